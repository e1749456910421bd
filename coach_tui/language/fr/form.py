"""Les questions posées dans une boîte."""

WORDS = {
    "form.save": "Enregistrer",
    "form.cancel": "Abandonner",
    "form.close": "Fermer",
    "form.keys": "Entrée : suite · Ctrl+S : {deed} · Échap : abandonner",
    "form.read": "Lire",
    "form.write": "Exporter",
    "form.preview": "Aperçu",
    "form.go-on": "Continuer",
    "form.yes": "oui",
    "form.no": "non",
    "form.blocked": "Qu’est-ce qui bloque cette action ?",
    "form.blocked.by": "Bloquée par qui ?",
    "form.blocked.reason": "Pourquoi ?",
    "form.na": "Pourquoi cette action est-elle sans objet ?",
    "form.na.reason": "Raison",
    "form.note": "Une note",
    "form.note.text": "Note",
    "form.note.private": "Privée (absente de tous les exports)",
    "form.import": "Relire une check-list",
    "form.import.path": "Fichier",
}
