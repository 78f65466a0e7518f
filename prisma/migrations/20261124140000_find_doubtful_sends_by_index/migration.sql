-- The ledger looks for both states every second; an index that knows only one of them is not used.
DROP INDEX "sends_leased";
CREATE INDEX "sends_leased" ON "sends" ("lease_until") WHERE "state" IN ('sending', 'in_doubt');
