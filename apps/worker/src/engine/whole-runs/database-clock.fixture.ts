import pg from 'pg';

/**
 * Gives a database a clock of its own: `now()` means another function for whoever connects from now on, and so do the defaults of columns. The product's
 * statements stay as they are.
 */
export class DatabaseClock {
  private constructor(private readonly client: pg.Client) {}

  static async on(url: string): Promise<DatabaseClock> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(`
      CREATE SCHEMA clock;
      CREATE TABLE clock.shift (by interval NOT NULL);
      INSERT INTO clock.shift VALUES ('0');
      CREATE FUNCTION clock.now() RETURNS timestamptz LANGUAGE sql STABLE
        AS 'SELECT pg_catalog.now() + by FROM clock.shift';
      DO $do$ DECLARE c record; BEGIN
        FOR c IN SELECT table_name, column_name FROM information_schema.columns
          WHERE table_schema = 'public' AND column_default = 'CURRENT_TIMESTAMP'
        LOOP
          EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I SET DEFAULT clock.now()', c.table_name, c.column_name);
        END LOOP;
        EXECUTE format('ALTER DATABASE %I SET search_path = clock, public, pg_catalog', current_database());
      END $do$`);
    return new DatabaseClock(client);
  }

  /** From now on it is this instant there, and time goes on. */
  async setTo(ms: number): Promise<void> {
    await this.client.query(`UPDATE clock.shift SET by = to_timestamp($1 / 1000.0) - pg_catalog.now()`, [ms]);
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
