"""Handing over accesses and KPIs from the app."""

WORDS = {
    "ledger.export-accesses": "Export the access ledger",
    "ledger.export-kpis": "Export the KPIs",
    "ledger.shape": "As",
    "ledger.table": "a table for a spreadsheet (CSV)",
    "ledger.path": "File (.md or .csv is added)",
}
