"""Les notes sur un enregistrement."""

WORDS = {
    "remark.option.what": "une action, un accès, un KPI ou une décision : son identifiant, son nom, ou leur début",
    "remark.option.text": "la note ; - pour ce qui arrive par un tube ; sans elle, les notes qu’il y a",
    "remark.saved": "Enregistré : une note sur {about}.",
    "remark.none": "Aucune note sur {about}.",
    "refusal.remark.several": "« {said} » peut en désigner plusieurs : {names}. Dites lequel, tel qu’écrit ici.",
    "refusal.remark.unknown": "Aucune action, aucun accès, KPI ni décision ne s’appelle « {said} ». `coach search` les trouve.",
}
