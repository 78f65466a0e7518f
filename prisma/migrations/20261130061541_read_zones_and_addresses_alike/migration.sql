-- Zones that were taken from Intl and that PostgreSQL does not know, or reads differently, become the place that is meant; other spellings become
-- IANA's own. What is none at all becomes UTC for a brand, and the brand's for a client.
CREATE TEMPORARY TABLE zones_meant (written text PRIMARY KEY, meant text NOT NULL);
INSERT INTO zones_meant (written, meant) VALUES
  ('ACT', 'Australia/Darwin'),
  ('ADT', 'America/Halifax'),
  ('AEDT', 'Australia/Sydney'),
  ('AEST', 'Australia/Sydney'),
  ('AET', 'Australia/Sydney'),
  ('AGT', 'America/Argentina/Buenos_Aires'),
  ('AKDT', 'America/Anchorage'),
  ('AKST', 'America/Anchorage'),
  ('ART', 'Africa/Cairo'),
  ('AST', 'America/Halifax'),
  ('AWST', 'Australia/Perth'),
  ('BET', 'America/Sao_Paulo'),
  ('BRT', 'America/Sao_Paulo'),
  ('BST', 'Europe/London'),
  ('CAT', 'Africa/Maputo'),
  ('CDT', 'America/Chicago'),
  ('CEST', 'Europe/Berlin'),
  ('CET', 'Europe/Berlin'),
  ('CNT', 'America/St_Johns'),
  ('CST', 'America/Chicago'),
  ('CTT', 'Asia/Shanghai'),
  ('EAT', 'Africa/Nairobi'),
  ('ECT', 'Europe/Paris'),
  ('EDT', 'America/New_York'),
  ('EEST', 'Europe/Athens'),
  ('EET', 'Europe/Athens'),
  ('Factory', 'Etc/UTC'),
  ('HKT', 'Asia/Hong_Kong'),
  ('IDT', 'Asia/Jerusalem'),
  ('IET', 'America/Indiana/Indianapolis'),
  ('IST', 'Asia/Kolkata'),
  ('JST', 'Asia/Tokyo'),
  ('KST', 'Asia/Seoul'),
  ('MDT', 'America/Denver'),
  ('MET', 'Europe/Berlin'),
  ('MIT', 'Pacific/Apia'),
  ('MSK', 'Europe/Moscow'),
  ('NDT', 'America/St_Johns'),
  ('NET', 'Asia/Yerevan'),
  ('NST', 'America/St_Johns'),
  ('NZDT', 'Pacific/Auckland'),
  ('NZST', 'Pacific/Auckland'),
  ('PDT', 'America/Los_Angeles'),
  ('PKT', 'Asia/Karachi'),
  ('PLT', 'Asia/Karachi'),
  ('PNT', 'America/Phoenix'),
  ('PRT', 'America/Puerto_Rico'),
  ('PST', 'America/Los_Angeles'),
  ('SAST', 'Africa/Johannesburg'),
  ('SGT', 'Asia/Singapore'),
  ('SST', 'Pacific/Guadalcanal'),
  ('VST', 'Asia/Ho_Chi_Minh'),
  ('WAT', 'Africa/Lagos'),
  ('WEST', 'Europe/Lisbon'),
  ('WET', 'Europe/Lisbon'),
  ('WIB', 'Asia/Jakarta'),
  ('Z', 'Etc/UTC'),
  ('Canada/East-Saskatchewan', 'America/Regina'),
  ('US/Pacific-New', 'America/Los_Angeles'),
  ('America/Kyiv', 'Europe/Kyiv'),
  ('Asia/Beijing', 'Asia/Shanghai'),
  ('Asia/Mumbai', 'Asia/Kolkata'),
  ('Asia/Delhi', 'Asia/Kolkata'),
  ('Asia/Hanoi', 'Asia/Ho_Chi_Minh'),
  ('America/San_Francisco', 'America/Los_Angeles'),
  ('America/Washington', 'America/New_York'),
  ('Europe/Frankfurt', 'Europe/Berlin'),
  ('Europe/Munich', 'Europe/Berlin'),
  ('Europe/Hamburg', 'Europe/Berlin'),
  ('Europe/Geneva', 'Europe/Zurich'),
  ('Europe/Barcelona', 'Europe/Madrid'),
  ('Europe/Milan', 'Europe/Rome'),
  ('Europe/Edinburgh', 'Europe/London');
CREATE TEMPORARY TABLE zones_read AS
  SELECT z.written, COALESCE(m.meant, n.name) AS zone
  FROM (SELECT zone AS written FROM brands UNION SELECT zone FROM clients WHERE zone IS NOT NULL) z
  LEFT JOIN zones_meant m ON lower(m.written) = lower(z.written)
  LEFT JOIN LATERAL (SELECT name FROM pg_timezone_names p WHERE lower(p.name) = lower(z.written) LIMIT 1) n ON true;
UPDATE brands b SET zone = COALESCE(r.zone, 'UTC') FROM zones_read r
  WHERE r.written = b.zone AND b.zone IS DISTINCT FROM COALESCE(r.zone, 'UTC');
UPDATE clients c SET zone = r.zone FROM zones_read r WHERE r.written = c.zone AND c.zone IS DISTINCT FROM r.zone;
DROP TABLE zones_read;
DROP TABLE zones_meant;

-- Who wrote an inquiry is known by the address without regard to case. Where both spellings have started a run already, each keeps its own.
UPDATE runs r SET reentry_key = lower(r.reentry_key)
  WHERE r.reentry_key LIKE 'contact:%@%' AND r.reentry_key <> lower(r.reentry_key)
    AND NOT EXISTS (
      SELECT 1 FROM runs o WHERE o.workflow_id = r.workflow_id AND o.id <> r.id AND lower(o.reentry_key) = lower(r.reentry_key)
    );
