"""Order: the only room that imports the durable engine. Stages run as workflows whose steps ask the ledger."""
