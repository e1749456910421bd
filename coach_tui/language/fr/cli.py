"""Les commandes : leur aide, ce qu’elles disent, et pourquoi l’une n’a pas été exécutée."""

WORDS: dict[str, str | dict[str, str]] = {
    "cli.usage": "coach [options] [commande …]",
    "cli.about": "Coach : du cadrage du besoin à la passation, avec un fractional CMO.\n\n"
    "Sans commande, l’application s’ouvre. Les commandes :",
    "cli.more": "`coach SUJET` dit ce que fait chacune de ses commandes, `coach <commande> --help`\ncomment elle s’emploie. "
    "Les résultats vont sur stdout, les messages sur stderr ;\nle code de fin est 0 (tout va bien), "
    "1 (refusé, avec la raison) ou 2 (mal employé).",
    "cli.shared": "options de toutes les commandes",
    "cli.acting": "RÔLE[/NOM]",
    "cli.dir": "DOSSIER",
    "cli.file": "FICHIER",
    "cli.place": "LIEU",
    "cli.topic": "SUJET",
    "cli.field-value": "CHAMP=VALEUR",
    "cli.line": "LIGNE",
    "cli.column-meaning": "COLONNE=SENS",
    "cli.kind": "GENRE",
    "cli.name": "NOM",
    "cli.company": "ENTREPRISE",
    "cli.option.help": "montrer cette aide",
    "cli.option.home": "tout garder dans ce dossier (ou $COACH_HOME)",
    "cli.option.engagement": "laquelle : entreprise, fichier, ou leur début",
    "cli.option.lang": "langue (ou $COACH_LANG)",
    "cli.option.playbook": "employer un autre playbook (ou $COACH_PLAYBOOK)",
    "cli.option.plain": "« nom : valeur », sans colonnes (ou ACCESSIBLE=1)",
    "cli.option.version": "montrer la version, et où sont les données",
    "cli.option.json": "en JSON, décrit plus bas",
    "cli.open": "Ouvrir l’application",
    "cli.new": "Commencer une mission",
    "cli.new.start": "premier jour de la mission : 31/12/2026, 2026-12-31, 31 décembre 2026",
    "cli.new.role": "qui emploie le coach",
    "cli.new.depth": "montrer les actions essentielles, ou toutes",
    "cli.new.begun": (
        "Mission commencée : {company}. `coach today` dit par quoi commencer ; "
        "`coach` ouvre l’application."
    ),
    "cli.day-meant": "{text} : {day}.",
    "cli.list": "Lister les missions",
    "cli.list.since": "à partir du {day}",
    "cli.list.empty": (
        "Pas encore de mission dans {folder}. Commencez-en une : "
        "coach new « Entreprise » --start 31/12/2026 --days-per-week 2"
    ),
    "cli.list.json": (
        "--json : une liste de id, file, current, company, role, first_day, days_per_week, "
        "archived, last_change, error ; error vaut null, ou reason et message, les champs qui la "
        "précèdent étant alors null."
    ),
    "cli.status": "Dire où en est la mission",
    "cli.status.role": "en tant que {role}",
    "cli.status.declared": {"one": "{n} seulement déclarée", "other": "{n} seulement déclarées"},
    "cli.status.day": "J{day}",
    "cli.status.ended": "fin passée, le {day}",
    "cli.status.first": "D’abord : {what}",
    "cli.status.then": {"one": "{n} autre cette semaine", "other": "{n} autres cette semaine"},
    "cli.status.json": (
        "--json : engagement (id, company, role, first_day, days_per_week, depth, archived, "
        "file), today, role, stages (une liste de id, title, finished, applicable, share, late), "
        "now, first, late, changes, last_change. Les jours sont en AAAA-MM-JJ, last_change en ISO 8601 "
        "UTC ; share va de 0 à 1, null quand aucune action ne s’applique ; now compte "
        "ce qu’il y a à faire cette semaine, first le nomme, late ce qui est en retard, changes ce "
        "qui est enregistré."
        " Avec --remaining, remaining : par étape, entry et exit, des listes de id, met, because ; met est null quand c’est à vous d’en juger."
    ),
    "cli.percent": "{n} %",
    "cli.today": "Lister ce qu’un rôle a à faire cette semaine, dans l’ordre",
    "cli.today.role": "tel que ce rôle le voit",
    "cli.today.minutes": "combien de minutes il y a cette semaine",
    "cli.today.mine": "avec --all, seulement les actions de ce rôle",
    "cli.today.all": "toutes les actions de toutes les étapes, avec leur identifiant",
    "cli.today.undated": "Aucune action n’est datée : il manque le premier jour. Pour le dire, ouvrez l’application avec `coach`, touche 0, puis c.",
    "cli.today.nothing": "C’est tout pour cette semaine.",
    "cli.today.next": "Ensuite :",
    "cli.today.json": (
        "--json : today, role, now, waiting, next, later, also, minutes, et all avec --all. now et "
        "next sont des listes de choses à faire, waiting une telle liste par rôle : id, kind, owner, "
        "act, about, minutes, due, late, red, asked, why. later et also comptent ce qui n’est pas "
        "montré. all est la liste des actions : id, title, stage, section, owner, confirmer, "
        "essential, due, late, status, evidence, declared, by, reason, actor, at, notes. status vaut todo, "
        "doing, blocked, done, confirmed ou na ; notes les compte."
    ),
    "cli.step": "Dire où en est une action",
    "cli.step.id": "l’identifiant de l’action, tel que `coach today --all` le donne",
    "cli.step.status": "na : sans objet ; confirmed : par l’autre rôle",
    "cli.step.note": "blocked et na : pourquoi ; sinon une note ajoutée à l’action",
    "cli.step.private": "garder cette note hors de tout export",
    "cli.step.by": "blocked : qui bloque ; sinon qui agit, un rôle ou rôle/nom",
    "cli.step.recorded": "Enregistré : {title} → {status}",
    "cli.history": "Lister qui a enregistré quoi, et quand",
    "cli.history.limit": "combien, les derniers d’abord (0 : tous ; {n} si rien n’est dit)",
    "cli.history.json": (
        "--json : une liste, les derniers d’abord, de at, actor, undone, changes ; changes est "
        "une liste de id, entity, entity_id, fields, undoes ; fields est tel qu’enregistré, null "
        "pour un champ vidé."
    ),
    "cli.undo": "Annuler ma dernière modification",
    "cli.quoted": "{kind} « {title} »",
    "cli.export-checklist": "Exporter une check-list en Markdown",
    "cli.export.output": "où l’écrire (- : stdout, si rien n’est dit)",
    "cli.export.force": "remplacer le fichier s’il existe",
    "cli.export.written": "Écrit : {file}",
    "cli.ask": "Demander à quelqu’un ce qu’on attend de lui : un message prêt à envoyer",
    "cli.ask.whom": "PERSONNE|RÔLE",
    "cli.ask.who": "à qui ; sans nom, la liste de ceux qu’on attend",
    "cli.ask.format": "Markdown (md), ou un brouillon qu’un logiciel d’e-mail ouvre (eml)",
    "cli.ask.draft": "écrire seulement le message ; rien n’est noté comme demandé",
    "cli.answer": "Garder ce que quelqu’un a répondu, avec l’action que cela règle",
    "cli.answer.file": "la réponse, en texte ou en e-mail enregistré (- : stdin, comme sans rien)",
    "cli.answer.from": "qui a répondu",
    "cli.answer.on": "quel jour (sinon : aujourd’hui)",
    "cli.answer.step": "l’action concernée ; peut se répéter (sinon : la seule attendue de cette personne)",
    "cli.answer.open": "l’action reste ouverte : la réponse ne règle encore rien",
    "cli.me": "Dire qui travaille ici : nom et rôle, comme le dit chaque changement",
    "cli.me.who": "qui travaille ici ; un rôle seul garde le nom",
    "cli.me.kept": "Désormais, vos changements ici disent : {who}.",
    "cli.remind": "Écrire par e-mail la semaine de qui n’ouvre jamais le coach",
    "cli.remind.role": "la semaine de qui (sinon : la vôtre)",
    "cli.remind.codes": "Finit par 0 si un message a été écrit, par 1 s’il n’y a rien à rappeler. Ne demande rien : fait pour cron.",
    "cli.import": "Importer les cases cochées d’une check-list exportée",
    "cli.import.file": "la check-list modifiée, ou le message revenu, en texte ou .eml (- : stdin)",
    "cli.import.apply": "faire les changements ; sinon ils sont seulement montrés",
    "cli.import.would": {
        "one": "{n} action changerait. Rien n’a été changé : ajoutez --apply pour le faire.",
        "other": "{n} actions changeraient. Rien n’a été changé : ajoutez --apply pour le faire.",
    },
    "cli.import.applied": {
        "one": "Enregistré : {n} action a changé. `coach undo` l’annule.",
        "other": "Enregistré : {n} actions ont changé, en une fois. `coach undo` les annule.",
    },
    "cli.import.same": "Rien à changer : les cases disent ce qui est enregistré.",
    "cli.import.kept": "Rien à changer : les autres cases disent ce qui est enregistré.",
    "cli.import.some": {
        "one": "Rien à changer là où une case se lisait ({read}) ; {n} ligne n’a pas pu être lue.",
        "other": "Rien à changer là où une case se lisait ({read}) ; {n} lignes n’ont pas pu être lues.",
    },
    "cli.import.none": "Aucune case de ce fichier n’a pu être lue : rien n’a été comparé, ni changé.",
    "cli.import.examples": {
        "one": "{n} action dans un bloc de code ou un commentaire a été prise pour un exemple.",
        "other": "{n} actions dans des blocs de code ou des commentaires ont été prises pour des exemples.",
    },
    "cli.import.not-understood": "ligne {line} pas comprise, elle ne change rien : {text}",
    "cli.import.by-facts": (
        "ligne {line} : « {title} » reste faite, parce qu’un fait enregistré le montre."
    ),
    "cli.access-list": "Lister le registre des accès",
    "cli.access-add": "Ajouter un accès au registre",
    "cli.access-import": "Reprendre le tableau des accès modifié",
    "cli.access-set": "Modifier une ligne du registre",
    "cli.access-next": "Mener un accès à son état suivant",
    "cli.access-exit": "Commencer la sortie d’un accès, ou dire ce que demanderait une fin aujourd’hui",
    "cli.expiry-list": "Lister ce qui expire, le plus pressé d’abord",
    "cli.expiry-set": "Noter ce qui expire, ou modifier ce qu’on en sait",
    "cli.expiry-gather": "Remplir la liste depuis les accès et le contrat",
    "cli.expiry-drop": "Ôter une ligne de la liste",
    "cli.subject.server": "Serveur d’un cabinet : qui voit quoi",
    "cli.server-init": "Préparer un serveur, ou mettre à jour ce qu’il contient",
    "cli.server-list": "Lister les missions d’un serveur, et à qui chacune est confiée",
    "cli.server-check": "Vérifier qu’un serveur garde ce que chaque identifiant n’a pas à voir",
    "cli.server-grant": "Confier une mission à un identifiant",
    "cli.server-revoke": "Retirer une mission, ou toutes, à un identifiant, et changer les clés",
    "cli.subject.expiry": "Ce qui expire : domaines, abonnements, contrats, droits",
    "cli.team-entrust": "Décider, sur preuve, du niveau de confiance de quelqu’un",
    "cli.rehearse": "Répéter la passation : douze questions sur le dossier",
    "cli.kpi-list": "Lister les KPI suivis et leurs réglages",
    "cli.note": "Écrire une note sur une action, un accès, un KPI ou une décision ; ou les lire",
    "cli.kpi-show": "Montrer un KPI en entier : réglages, limites, relevés",
    "cli.kpi-status": "Dire où en est chaque KPI",
    "cli.kpi-add": "Suivre un KPI, ou modifier ses réglages",
    "cli.kpi-read": "Enregistrer un relevé",
    "cli.set": "Renseigner des champs de la mission, ou les voir tous",
    "cli.rhythm-met": "Noter un échange : qui, quand, ce qu’on en retient",
    "cli.rhythm-meetings": "Lister les échanges notés",
    "cli.document-list": "Lister les documents et leur état",
    "cli.document-show": "Lire un document, son modèle, son exemple ou une version d’avant",
    "cli.document-diff": "Montrer ce qui est nouveau dans un document depuis sa relecture",
    "cli.document-edit": "Écrire un document dans votre éditeur ($VISUAL ou $EDITOR)",
    "cli.document-set": "Garder le texte d’un fichier comme document",
    "cli.document-link": "Dire où est un document écrit ailleurs",
    "cli.document-export": "Écrire un document dans un fichier, prêt à envoyer",
    "cli.document-verify": "Dire que quelqu’un d’autre a relu un document",
    "cli.document-sent": "Dire qu’un document est parti",
    "cli.kpi-objective": "Écrire un objectif business, ou les lister",
    "cli.kpi-success": "Juger la mission sur un KPI",
    "cli.step.proof": "ce qui le montre, en une ligne : une coche seule ne fait que déclarer",
    "cli.kpi-limits": "Choisir les relevés dont viennent les limites naturelles d’un KPI",
    "cli.kpi-stop": "Ne plus suivre un KPI",
    "cli.kpi-import": "Prendre les relevés d’un export de tableur",
    "cli.export-accesses": "Exporter le registre des accès et la liste des retraits",
    "cli.export-kpis": "Exporter la fiche des KPI, ou leurs relevés",
    "cli.completion": "Écrire ce qu’il faut à votre shell pour compléter les commandes",
    "cli.completion.shell": "votre shell",
    "cli.completion.how": (
        "Une fois, dans un terminal (puis ouvrez-en un autre) :\n"
        "  bash  coach completion bash > ~/.local/share/bash-completion/completions/coach\n"
        "  zsh   coach completion zsh > $fpath[1]/_coach\n"
        "  fish  coach completion fish > ~/.config/fish/completions/coach.fish"
    ),
    "cli.version.data": "missions : {folder}",
    "cli.version.state": "propre à cette machine : {folder}",
    "cli.serve": "Ouvrir l’application dans un navigateur de cet ordinateur",
    "cli.serve.address": "ADRESSE",
    "cli.serve.port": "le port (8765 ; 0 : le premier libre)",
    "cli.serve.host": "l’adresse d’écoute (127.0.0.1 : cet ordinateur seul)",
    "cli.serve.public": "l’adresse que l’on tape, si un proxy avec authentification est devant",
    "cli.serve.exposed": "écouter là où d’autres ordinateurs l’atteignent, sans chiffrement",
    "cli.serve.how": (
        "Le lien écrit sert une fois, dans un navigateur. Une personne, un dossier : chacun lance "
        "le sien. Une page rouverte reprend l’application à la précédente."
    ),
    "cli.where": "Dire où sont les fichiers",
    "cli.where.engagements": "missions",
    "cli.where.current": "mission en cours",
    "cli.where.state": "propre à cette machine",
    "cli.where.settings": "réglages",
    "cli.where.report": "rapport de la dernière erreur",
    "cli.where.playbook": "votre playbook",
    "cli.where.json": (
        "--json : engagements, current, state, settings, report, playbook ; chacun un chemin ou "
        "null."
    ),
    "cli.doctor": "Chercher ce qui pourrait mal tourner sur cette machine",
    "cli.doctor.terminal": "Terminal : {term}, {columns} colonnes × {lines} lignes",
    "cli.doctor.small": "Les écrans demandent {columns} × {lines} : agrandissez la fenêtre.",
    "cli.doctor.no-terminal": (
        "Pas de terminal ici : les commandes fonctionnent, pas l’application."
    ),
    "cli.doctor.encoding": "Caractères : {encoding}",
    "cli.doctor.ascii": (
        "Caractères : {encoding} ne peut pas montrer tous les accents. Choisissez une locale "
        "UTF-8, par exemple LANG=C.UTF-8."
    ),
    "cli.doctor.folder": "{name} : {folder}",
    "cli.doctor.not-yet": "{name} : {folder} (créé au premier besoin)",
    "cli.doctor.no-rights": (
        "{name} : {folder} ne peut être lu ni écrit. Donnez-vous-en les droits, ou employez --home."
    ),
    "cli.doctor.not-a-folder": (
        "{name} : {folder} n’est pas un dossier. Déplacez ce fichier, ou employez --home."
    ),
    "cli.doctor.cannot-make": (
        "{name} : {folder} ne peut pas être créé : le dossier au-dessus est protégé. "
        "Employez --home."
    ),
    "cli.doctor.room": "Il ne reste que {n} Mo sur le disque de {folder}. Libérez de la place.",
    "cli.doctor.no-engagement": "Pas encore de mission.",
    "cli.doctor.engagement": "Lisible : {name}",
    "cli.doctor.read-only": "{file} se lit mais ne peut pas être écrit. Changez ses droits.",
    "cli.doctor.playbook": "Playbook en {language} : {n} actions",
    "cli.doctor.fine": "Tout va bien.",
    "cli.doctor.wrong": {
        "one": "{n} point à regarder, marqué par !",
        "other": "{n} points à regarder, marqués par !",
    },
    "cli.playbook-check": "Vérifier un playbook : identifiants, langues, liens, métadonnées",
    "cli.playbook.dir": "son dossier (le nôtre, si rien n’est dit)",
    "cli.playbook.count": "{stage}, {language} : {steps} actions, dont {essential} essentielles",
    "cli.playbook.fine": "Aucun problème trouvé.",
    "cli.playbook.problems": {"one": "{n} problème.", "other": "{n} problèmes."},
    "cli.playbook-problems": {
        "one": "{n} problème dans le playbook de {folder} : `coach playbook check` le dit.",
        "other": "{n} problèmes dans le playbook de {folder} : `coach playbook check` les dit.",
    },
    "cli.no-terminal": (
        "L’application a besoin d’un terminal, pour dessiner et pour lire les touches ; "
        "il n’y en a pas ici. Les commandes s’en passent : `coach status`, `coach today`, "
        "`coach --help`."
    ),
    "cli.dumb-terminal": (
        "Ce terminal annonce qu’on ne peut rien y dessiner (TERM=dumb) : l’application en demande "
        "un qui le peut. Les commandes marchent ici : `coach status`, `coach today`, `coach --help`."
    ),
    "cli.unknown": "il n’y a pas de commande « {said} ». Choisissez parmi : {names}",
    "cli.unknown-close": "il n’y a pas de commande « {said} ». Vouliez-vous dire « {close} » ?",
    "cli.incomplete": "« {said} » n’est pas une commande entière. Vouliez-vous dire : {names} ?",
    "cli.clock-beyond": "L’horloge de cet ordinateur dit 2262 ou plus tard, où l’heure ne se lit plus. Mettez-la à l’heure, puis recommencez.",
    "cli.letters-lost": (
        "Certaines lettres ne s’écrivent pas en {encoding} et sont remplacées par « ? » ; rien ne "
        "manque à ce qui est enregistré. PYTHONUTF8=1 dans l’environnement les écrit toutes."
    ),
    "cli.unwritten-full": "La réponse n’a pas pu être écrite en entier : il n’y a plus de place là où elle va.",
    "cli.unwritten": "La réponse n’a pas pu être écrite en entier : {why}.",
    "cli.broken": (
        "Cette installation est incomplète : il manque des fichiers du coach. "
        "Réinstallez-le ; vos missions sont ailleurs, intactes."
    ),
    "cli.failure": (
        "Le coach s’est arrêté sur une erreur qui vient de lui ({kind}). Ce qui était enregistré est intact. "
        "Un rapport sans un mot de vous est dans {path}"
    ),
    "cli.failure-unreported": (
        "Le coach s’est arrêté sur une erreur qui vient de lui ({kind}). Ce qui était enregistré est intact. "
        "COACH_DEBUG=1 montre où."
    ),
    "cli.rhythm-list": "Lister les rituels, leur santé, leur charge, les jours",
    "cli.rhythm-add": "Lancer un rituel, ou changer quand il tombe",
    "cli.rhythm-stop": "Arrêter un rituel",
    "cli.rhythm-log": "Noter une occurrence : tenue ou sautée",
    "cli.rhythm-decide": "Noter une décision, ou voir le journal",
    "cli.rhythm-promise": "Noter une promesse, ou voir celles dues",
    "cli.rhythm-days": "Noter les jours du CMO, ou voir où ils en sont",
    "cli.rhythm-resume": "Dire ce qui attend depuis la dernière séance",
    "cli.team-list": "Lister les personnes, la couverture, l’indice",
    "cli.team-add": "Ajouter une personne, dire qui part ou revient",
    "cli.team-skills": "Choisir les compétences de la carte",
    "cli.team-rate": "Évaluer une personne sur une compétence",
    "cli.team-use": "Noter qu’une méthode écrite a servi",
    "cli.team-drill": "Dire ce que personne d’autre ne couvre en cas d’absence",
    "cli.team-taper": "Proposer les jours du CMO et ce qui empêche la baisse",
    "cli.team-handover": "Lister ce que tenaient ceux qui partent, et le donner à quelqu’un",
    "cli.team-delegate": "Remplir le tableau de délégation, ou le voir",
    "cli.report-month": "Rédiger le rapport mensuel, ou le garder une fois édité",
    "cli.export-team": "Exporter la fiche d’équipe en Markdown",
    "cli.export-report": "Exporter le rapport mensuel, tel que gardé ou en brouillon",
    "cli.export-calendar": "Exporter rituels et échéances vers un agenda (.ics)",
    "refusal.cli.lang": (
        "$COACH_LANG : « {said} » n’est pas une langue du coach. Employez : {languages}."
    ),
    "refusal.cli.minutes": "--minutes : « {text} » n’est pas un nombre de minutes. Écrivez un entier de 1 à {most}.",
    "refusal.cli.today": "$COACH_TODAY : « {said} » n’est pas un jour entre 2000 et 2100. Écrivez-le 2026-12-31.",
    "refusal.cli.no-engagement": (
        "Il n’y a pas de mission dans {folder}. Commencez-en une : "
        "coach new « Entreprise » --start 31/12/2026 --days-per-week 2"
    ),
    "refusal.cli.which": "Plusieurs missions : choisissez-en une avec -e.{names}",
    "refusal.cli.not-found": "Aucune mission ne commence par « {wanted} ». Il y a :{names}",
    "refusal.cli.none-named": (
        "Aucune mission ne commence par « {wanted} » : il n’y en a pas encore. "
        "`coach new` en commence une."
    ),
    "refusal.cli.several": "« {wanted} » peut en désigner plusieurs. Précisez :{names}",
    "refusal.cli.no-playbook-folder": (
        "Il n’y a pas de dossier {folder}. Donnez à --playbook ou à $COACH_PLAYBOOK le dossier de "
        "vos étapes, ou ni l’un ni l’autre pour employer le nôtre."
    ),
    "refusal.cli.field": "{field} : {why}",
    "cli.frame-need": "Répondre aux huit questions et six conditions du besoin",
    "cli.frame-fit": "Comparer l’entreprise au client habituel selon le guide",
    "cli.frame-situation": "Choisir la situation qui commande les 90 premiers jours",
    "cli.frame-model": "Dire quel modèle convient, pourquoi, et pourquoi pas les autres",
    "cli.frame-cost": "Chiffrer des jours face au temps plein ; sans mission aussi",
    "cli.frame-candidates": "Noter les candidats, deux évaluateurs à part, et comparer",
    "cli.frame-contract": "Dire où en est chaque clause du contrat",
    "cli.transition-signals": "Relever les quatre signaux du besoin d’un CMO à temps plein",
    "cli.transition-readiness": "Dire si la fonction est prête à être transmise",
    "cli.transition-plan": "Fixer et montrer les dates de la transition",
    "cli.transition-documents": "Dire qui a écrit et qui a vérifié les neuf documents",
    "cli.transition-open-loops": "Lister, signer et clore les sujets en suspens",
    "cli.export-decision": "Exporter la note de décision d’une page",
    "cli.export-handover": "Exporter le dossier de passation",
    "cli.check": "Dire ce que le coach conseille ; pour cron aussi",
    "cli.check.json": "Se termine par 0 (rien de grave), 3 (une alerte ou pire) ou 4 (fichier illisible). --json : une liste, ou pour `coach why` un seul, de id, severity, words, reason, source, opens, records ; severity vaut critical, alert, watch, info ou praise, source est une liste d’identifiants, opens l’identifiant de l’action, records une liste de entity, id, name, value.",
    "cli.why": "Dire pourquoi une règle parle : sa raison, ce sur quoi elle repose, sa source",
    "cli.why.id": "l’identifiant de la règle, tel que `coach check` le montre",
    "cli.portfolio": "Lister tous les clients d’un coup d’œil, et votre semaine entre eux",
    "cli.portfolio.json": "--json : clients (une liste de file, id, error, company, stage, late, advice, autonomy, burn, next_meeting, days_per_week, acts, archived), days_per_week (la somme), overloaded. autonomy et burn vont de 0 à 1 (burn peut dépasser), null si rien n’est enregistré ; advice est une liste d’identifiants de règles ; acts une liste de id, due, late. Un fichier en erreur n’a que file, id et error.",
    "cli.playbook-read": "Lire une page : messages à copier, conversations, catalogues",
    "cli.playbook.page": "la page, ou une de ses parties (messages/3) ; sans elle, la liste",
    "refusal.cli.no-page": "« {page} » n’est pas une page à lire. `coach playbook read` en donne la liste.",
    "cli.search": "Chercher dans une mission, le glossaire et les pages à lire",
    "cli.search.words": "ce qu’il faut chercher ; accents et majuscules ne comptent pas",
    "cli.search.json": "--json : une liste de kind, id, title, excerpt, opens ; opens est l’identifiant d’une action, ou vide. Se termine par 1 si rien n’est trouvé.",
    "cli.words": "MOTS",
    "cli.demo": "Ouvrir une mission inventée, dans un endroit à part qui sera jeté",
    "cli.demo.day": "le jour de son histoire où l’on est : {usual} par défaut, {end} à la fin",
    "cli.demo.print": "la fabriquer et dire où est son fichier au lieu d’ouvrir l’application",
    "refusal.cli.demo-day": "La démonstration n’a pas de jour « {day} ». Donnez un nombre entier, de 0, son premier jour, à {end}, sa fin.",
    "refusal.cli.demo-home": "La démonstration ne touche jamais aux vraies données : {folder} n’est pas vide. Donnez un dossier qui n’existe pas encore.",
    "cli.status.remaining": "ce qui reste pour quitter chaque étape",
    "cli.gone": {
        "one": (
            "Le fichier de {company} a disparu. {n} modification en est gardée sur cet "
            "ordinateur ; pour le retrouver : coach doctor --bring-back {name}"
        ),
        "other": (
            "Le fichier de {company} a disparu. {n} modifications en sont gardées sur cet "
            "ordinateur ; pour le retrouver : coach doctor --bring-back {name}"
        ),
    },
    "cli.gone-evicted": {
        "one": (
            "Un nuage a retiré de ce disque le fichier de {company} et y a laissé {left} : "
            "faites-le télécharger de nouveau. À défaut, {n} modification est gardée sur cet "
            "ordinateur : coach doctor --bring-back {name}"
        ),
        "other": (
            "Un nuage a retiré de ce disque le fichier de {company} et y a laissé {left} : "
            "faites-le télécharger de nouveau. À défaut, {n} modifications sont gardées sur "
            "cet ordinateur : coach doctor --bring-back {name}"
        ),
    },
    "cli.evicted": (
        "Un nuage a retiré un fichier de ce disque et y a laissé {left} : faites-le "
        "télécharger de nouveau."
    ),
    "refusal.cli.gone": "Aucune mission ne peut être ouverte dans {folder}.{lost}",
    "refusal.cli.last-gone": (
        "La mission sur laquelle vous travailliez n’est plus là.{lost}\nPour travailler sur "
        "une autre, nommez-la avec -e."
    ),
    "refusal.cli.named-gone": "« {wanted} » ne peut pas être ouverte.{lost}",
    "cli.option.today": "la date du jour, si l’horloge retarde",
    "cli.option.as": "agir pour quelqu’un d’autre ; tous deux sont nommés",
    "cli.subject.frame": "Le cadrage, avant que personne ne commence",
    "cli.subject.access": "Les accès : ce qui a été ouvert au CMO, et comment on le referme",
    "cli.subject.kpi": "Les KPI : ce qui est suivi, et où on en est",
    "cli.subject.rhythm": "Rituels, décisions, promesses et jours",
    "cli.subject.document": "Documents : ce qui est écrit, et qui l’a relu",
    "cli.subject.team": "L’équipe : qui sait faire quoi seul, et comment le CMO s’efface",
    "cli.subject.transition": "Passer la main complètement",
    "cli.subject.report": "Le rapport mensuel",
    "cli.subject.export": "Les documents à remettre",
    "cli.subject.playbook": "Les conseils eux-mêmes",
    "cli.share": "Partager une mission avec quelqu’un, par un dossier commun ou un serveur",
    "cli.join": "Rejoindre une mission que quelqu’un partage avec moi",
    "cli.send": "Sceller ce qui est partagé dans un fichier, à envoyer par e-mail",
    "cli.receive": "Reprendre un fichier qu’on m’a envoyé",
    "cli.page": "Écrire où en est la mission en une page à envoyer, ou vos clients",
    "cli.page.file": "où l’écrire (- : la sortie standard ; dans un terminal, un fichier ici si rien n’est précisé)",
    "cli.page.clients": "plutôt vos clients côte à côte : une page qui reste sur cet ordinateur, dans son propre dossier si aucun fichier n’est nommé",
    "cli.export-page": "Exporter où en est la mission, en une page",
    "cli.context": "Dire la mission à un assistant : noms masqués, montré avant de sortir",
    "cli.context.yes": "c’est lu : laisser sortir sans demander",
    "cli.export-context": "Exporter ce qu’on dit à un assistant, noms masqués",
    "cli.group.people": "Pour qui n’ouvre jamais le coach",
    "cli.group.sharing": "Sur deux machines : avec quelqu’un d’autre",
    "cli.group.files": "Les fichiers, et cet ordinateur",
    "cli.forget": "Effacer un client de cet ordinateur",
    "cli.backup": "Sauvegarder toutes les missions et leurs enregistrements dans un fichier",
    "cli.restore": "Remettre une sauvegarde là où il n’y a encore rien",
    "cli.walk": "Poser la semaine en questions simples, une à la fois",
    "cli.walk.minutes": "combien de minutes ; par défaut, la semaine du rôle",
    "refusal.cli.new-needs-own-day": "Il manque {option} : votre propre premier jour date ce que vous reprenez.",
    "refusal.cli.new-needs": "Il manque {option} : une fois le contrat signé, c’est ce qui date les premières actions. Avant, dites --where thinking ou --where looking.",
}
