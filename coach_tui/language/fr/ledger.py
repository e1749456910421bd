"""Remettre les accès et les KPI depuis l’application."""

WORDS = {
    "ledger.export-accesses": "Exporter le registre des accès",
    "ledger.export-kpis": "Exporter les KPI",
    "ledger.shape": "En",
    "ledger.table": "tableau pour un tableur (CSV)",
    "ledger.path": "Fichier (.md ou .csv s’ajoute)",
}
