import type * as en from "./en";

export const launcher: typeof en.launcher = {
  chatWith: (site) => `Chat mit ${site}`,
  unread: (count) => (count === 1 ? "neue Nachricht" : `${count} neue Nachrichten`),
};

export const news: typeof en.news = {
  says: (who, text) => `${who}: ${text}`,
  aFile: "hat eine Datei gesendet",
};

export const session: typeof en.session = {
  access: "Zugriff des Supports",
  stop: "Beenden",
  someone: "Der Support",
  canSee: (who) => `${who} kann diese Seite sehen`,
  canControl: (who) => `${who} kann diese Seite sehen, klicken und tippen`,
  reconnecting: "Verbindung wird wiederhergestellt…",
  requested: "Der Support bittet um Zugriff",
  technician: "Eine Mitarbeiterin oder ein Mitarbeiter",
  from: (site) => ` von ${site}`,
  asks: (capability) => `bittet um Ihre Erlaubnis: ${capability}.`,
  yes: "Ja, erlauben",
  no: "Nein",
  hint: "Ohne Ihr Ja wird nichts geteilt.",
  view: {
    would: "möchte diese Website so sehen, wie Sie sie sehen.",
    facts: [
      "Nur Seiten dieser Website, sonst nichts",
      "Passwörter und private Felder bleiben verborgen",
      "Sie können es jederzeit beenden",
    ],
  },
  control: {
    would: "möchte auf dieser Website für Sie klicken und tippen.",
    facts: [
      "Sie sehen alles, was geschieht, und können selbst weitermachen",
      "Passwörter und private Felder sind unberührbar",
      "Sie können es jederzeit beenden",
    ],
  },
};

export const camera: typeof en.camera = {
  someone: "Der Support",
  turn: "Kamera wechseln",
  size: "Größer oder kleiner",
  again: "Noch einmal versuchen",
  camera: {
    would: "möchte Ihre Kamera sehen.",
    facts: [
      "Nur das Bild, kein Ton",
      "Sie sehen, was gezeigt wird, und wählen die Kamera",
      "Sie können es jederzeit beenden",
    ],
    sees: (who) => `${who} sieht Ihre Kamera`,
    may: (who) => `${who} darf Ihre Kamera sehen`,
    yours: "Was Ihre Kamera zeigt",
    start: "Kamera einschalten",
    asking: {
      title: "Ihr Browser fragt nach der Kamera",
      hint: "Wählen Sie „Zulassen“, damit sie gezeigt werden kann.",
    },
    denied: {
      title: "Ihr Browser erlaubt die Kamera nicht",
      hint: "Tippen Sie auf das Zeichen neben der Adresse dieser Seite, erlauben Sie die Kamera und versuchen Sie es noch einmal.",
    },
    paused: {
      title: "Ihre Kamera ist aus",
      hint: "Sie haben erlaubt, dass sie gesehen wird. Schalten Sie sie ein, wenn Sie so weit sind.",
    },
  },
  screen: {
    would: "möchte Ihren Bildschirm sehen.",
    facts: [
      "Sie wählen, was gezeigt wird: ein Fenster oder der ganze Bildschirm",
      "Nur das Bild: kein Ton, und niemand kann darin klicken",
      "Sie können es jederzeit beenden",
    ],
    sees: (who) => `${who} sieht Ihren Bildschirm`,
    may: (who) => `${who} darf Ihren Bildschirm sehen`,
    yours: "Was von Ihrem Bildschirm gezeigt wird",
    start: "Auswählen, was gezeigt wird",
    asking: {
      title: "Ihr Browser fragt, was gezeigt werden soll",
      hint: "Wählen Sie ein Fenster oder den ganzen Bildschirm.",
    },
    denied: {
      title: "Es wurde nichts ausgewählt",
      hint: "Versuchen Sie es noch einmal und wählen Sie ein Fenster oder den ganzen Bildschirm.",
    },
    paused: {
      title: "Ihr Bildschirm wird nicht gezeigt",
      hint: "Sie haben erlaubt, dass er gesehen wird. Wählen Sie, was gezeigt wird, wenn Sie so weit sind.",
    },
  },
  reasons: {
    "no-camera": {
      title: "Hier gibt es keine Kamera",
      hint: "Schließen Sie eine an oder öffnen Sie diese Seite auf Ihrem Telefon; dann versuchen Sie es noch einmal.",
    },
    "in-use": {
      title: "Etwas anderes benutzt Ihre Kamera",
      hint: "Schließen Sie andere Anrufe und Kamera-Apps und versuchen Sie es noch einmal.",
    },
    unplugged: {
      title: "Ihre Kamera ist weg",
      hint: "Sie wurde abgezogen oder ausgeschaltet. Schließen Sie sie an und versuchen Sie es noch einmal.",
    },
    "not-possible": {
      title: "Dieser Browser kann das nicht zeigen",
      hint: "Öffnen Sie diese Seite in einem neueren Chrome, Edge, Firefox oder Safari.",
    },
    failed: {
      title: "Das hat nicht geklappt",
      hint: "Versuchen Sie es noch einmal. Bleibt es so, schließen Sie den Browser und öffnen diese Seite neu.",
    },
  },
};

export const call: typeof en.call = {
  call: "Anruf",
  someone: "Der Support",
  tryAgain: "Noch einmal versuchen",

  asking: "Anruf wird begonnen…",
  askAllow: "Ihr Browser fragt nach dem Mikrofon. Wählen Sie „Zulassen“, damit man Sie hört.",
  rings: (who) => `Es klingelt bei ${who}`,
  waitHint:
    "Bleiben Sie hier oder stöbern Sie weiter: Der Anruf begleitet Sie auf jede Seite. Man hört Sie erst, wenn jemand abhebt.",
  nobodyHint: "Sie können weiter warten oder sich zurückrufen lassen.",
  handing: "Wir verbinden Sie weiter",
  cancel: "Abbrechen",
  callBack: "Lieber zurückrufen lassen",
  check: "Mikrofon und Netz prüfen",

  calls: (who) => `${who} möchte mit Ihnen sprechen`,
  callsHint: "Bevor Sie annehmen, ist von Ihnen nichts zu hören oder zu sehen. Ohne Mikrofon können Sie zuhören.",
  cannot:
    "Dieser Browser kann keine Anrufe annehmen. Öffnen Sie diese Seite in einem neueren Chrome, Edge, Firefox oder Safari.",
  accept: "Annehmen",
  decline: "Ablehnen",

  connecting: "Verbindung wird aufgebaut…",
  reconnecting: "Verbindung wird wiederhergestellt…",
  awaiting: (who) => `Wir warten auf ${who}…`,
  talking: (who) => `Sie sprechen mit ${who}`,
  isMuted: (who) => `${who} ist stumm`,
  takesOver: (who) => `${who} übernimmt gleich`,
  isHolding: (who) => `${who} hält den Anruf`,
  held: "Gehalten: Niemand hört Sie, und Sie hören niemanden",
  muted: "Sie sind stumm",
  duration: (time) => `Dauer: ${time}`,
  sound: (how) => `Ton: ${how}`,
  measuring: "Der Ton wird gemessen…",
  qualities: ["sehr schlecht", "schlecht", "mittel", "gut", "sehr gut"],
  mute: "Stumm",
  hold: "Halten",
  camera: "Kamera",
  screen: "Bildschirm teilen",
  devices: "Geräte",
  hangUp: "Auflegen",
  microphone: "Mikrofon",
  speaker: "Lautsprecher",
  device: (number) => `Gerät ${number}`,
  level: "Wie laut Sie sind",
  theirPicture: (who) => `Bild von ${who}`,
  ownPicture: "Was von Ihnen zu sehen ist",
  larger: "Größer oder kleiner",
  clickToHear: "Klicken, um zu hören",
  clickToHearHint: "Ihr Browser gibt den Ton erst nach einem Klick wieder.",
  elsewhere: (who) => `Ihr Anruf mit ${who} läuft in einem anderen Tab`,
  here: "Hier weitersprechen",

  troubles: {
    missing: {
      title: "Es gibt kein Mikrofon",
      hint: "Schließen Sie eines an oder schließen Sie, was es sonst benutzt; dann versuchen Sie es noch einmal. Zuhören können Sie auch ohne.",
    },
    refused: {
      title: "Ihr Browser erlaubt das Mikrofon nicht",
      hint: "Klicken Sie auf das Zeichen neben der Adresse dieser Seite, erlauben Sie das Mikrofon und versuchen Sie es noch einmal. Zuhören können Sie auch ohne.",
    },
    lost: {
      title: "Ihr Mikrofon ist weg",
      hint: "Es wurde abgezogen oder ausgeschaltet. Schließen Sie eines an: Es wird sofort benutzt.",
    },
    noCamera: {
      title: "Die Kamera öffnet sich nicht",
      hint: "Schließen Sie eine an oder schließen Sie, was sie sonst benutzt; dann versuchen Sie es noch einmal.",
    },
    cameraRefused: {
      title: "Ihr Browser erlaubt das Bild nicht",
      hint: "Klicken Sie auf das Zeichen neben der Adresse dieser Seite, erlauben Sie es und versuchen Sie es noch einmal.",
    },
  },

  ways: {
    refused: {
      title: "Der Vermittler für Anrufe lehnt diesen ab",
      hint: "Das liegt an uns, und wir versuchen es weiter. Wenn es so bleibt, legen Sie auf und schreiben Sie uns im Chat.",
    },
    "no-way": {
      title: "Für den Anruf fand sich kein Weg",
      hint: "Eines der beiden Netze lässt keinen Anruf durch, oder unser Vermittler antwortet nicht. Wir versuchen es weiter; ein anderes Netz oder kein VPN kann helfen, und der Chat geht weiter.",
    },
  },

  over: "Der Anruf ist beendet",
  lasted: (time) => `Er dauerte ${time}.`,
  byStaff: (who) => `${who} hat aufgelegt.`,
  lost: "Die Verbindung war zu lange weg.",
  unanswered: "Niemand hat abgenommen",
  unansweredHint: "Versuchen Sie es noch einmal oder schreiben Sie im Chat.",
  declined: "Gerade kann niemand Ihren Anruf annehmen",
  missed: (who) => `${who} hat Sie nicht erreicht`,
  missedHint: "Rufen Sie zurück, wenn Sie so weit sind.",
  callAgain: "Anrufen",
  calledBack: "Wir rufen Sie zurück",
  calledBackHint: "Vielen Dank. Sie können diese Seite schließen.",
  failed: "Der Anruf hat nicht begonnen",
  failedHint: "Bitte versuchen Sie es gleich noch einmal.",
  close: "Schließen",
};

export const notice: typeof en.notice = {
  full: "Ihre Seite kann gerade nicht gezeigt werden. Der Chat geht weiter.",
  failed: "Der Support konnte sich nicht mit Ihrer Seite verbinden. Es wurde nichts gezeigt.",
  blocked:
    "Ihr Browser hat das Fenster nicht geöffnet. Erlauben Sie Pop-ups für diese Seite und versuchen Sie es noch einmal.",
};

export const mirror: typeof en.mirror = {
  see: "Ansehen, was der Support von Ihrer Seite sieht",
};

export const proposal: typeof en.proposal = {
  proposes: (who) => `${who} schlägt einen Schritt vor`,
  press: (what) => `„${what}“ drücken.`,
  pressThis: "Drücken, was auf der Seite markiert ist.",
  hint: "Das können nur Sie tun. Ohne Ihr Ja geschieht nichts.",
  yes: "Ausführen",
  no: "Nein",
};

export const shared: typeof en.shared = {
  language: "de",
  messages: "Nachrichten",
  name: "Ihr Name",
  email: "Ihre E-Mail",
  optional: "(freiwillig)",
  howWasIt: "Wie war der Chat?",
  loading: "Wird geladen…",
};

export const excuses: typeof en.excuses = {
  offline: "Sie scheinen offline zu sein.",
  failed: "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
  problems: {
    "session-ended": "Der Chat ist beendet.",
    "too-fast": "Das war etwas schnell. Bitte versuchen Sie es noch einmal.",
    "too-many-requests": "Das war etwas schnell. Bitte versuchen Sie es gleich noch einmal.",
    unavailable: "Das konnte gerade nicht gespeichert werden. Bitte versuchen Sie es noch einmal.",
    busy: "Das konnte gerade nicht gespeichert werden. Bitte versuchen Sie es noch einmal.",
    "text-not-allowed": "Dieser Text kann nicht gesendet werden.",
    "file-too-large": "Diese Datei ist zu groß: höchstens 10 MB.",
    "too-large": "Diese Datei ist zu groß: höchstens 10 MB.",
    "file-empty": "Diese Datei ist leer.",
    "file-name-not-allowed": "Diese Datei hat einen Namen, den wir nicht annehmen können. Bitte benennen Sie sie um.",
    "file-type-not-allowed":
      "Dateien dieser Art nehmen wir nicht an: nur Bilder, PDF, Text, Office-Dokumente und Zip-Archive.",
    "file-misnamed": "Diese Datei ist nicht, was ihr Name sagt, und wurde abgelehnt.",
    "file-unsafe": "Diese Datei wurde abgelehnt, weil sie unsicher sein könnte.",
    "too-many-files": "Das sind zu viele Dateien auf einmal. Bitte senden Sie erst die vorigen.",
    "files-off": "Hier können keine Dateien gesendet werden.",
    "address-missing": "Die Website hat uns Ihre Adresse nicht genannt. Sie können den Chat stattdessen speichern.",
    "mail-off": "Wir können gerade keine E-Mails senden.",
    "too-many-transcripts":
      "Dieser Chat wurde für jetzt oft genug gesendet. Bitte versuchen Sie es später noch einmal.",
    "already-rated": "Sie haben diesen Chat schon bewertet. Danke!",
    "rated-too-late": "Für eine Bewertung dieses Chats ist es zu spät.",
  },
};

export const wish: typeof en.wish = {
  contact: "Wo wir Sie erreichen",
  contactHint: "Telefonnummer oder E-Mail",
  note: "Wann, oder worum es geht",
  optional: "(freiwillig)",
  ask: "Um Rückruf bitten",
  goOnWaiting: "Weiter warten",
};

export const queue: typeof en.queue = {
  soon: "Wir sind bald für Sie da",
  yourTurn: "Sie sind jetzt an der Reihe",
  next: "Sie sind als Nächstes an der Reihe",
  number: (position) => `Sie sind Nummer ${position}`,
  minutes: (minutes) => `etwa ${minutes} ${minutes === 1 ? "Minute" : "Minuten"}`,
  lessThanMinute: "weniger als eine Minute",
  long: "mehr als eine Stunde",
  nobody: "Gerade ist niemand frei",
};

export const times: typeof en.times = {
  atTime: (clock) => `um ${clock}`,
  onDay: (day, clock) => `am ${day} um ${clock}`,
};

export const widget: typeof en.widget = {
  ...queue,

  chatWith: (site) => `Chat mit ${site}`,
  callUs: "Anrufen",
  minimise: "Verkleinern",
  closeWindow: "Chatfenster schließen",
  more: "Mehr",
  back: "Zurück",

  askUs: "Fragen Sie uns",
  closedNow: "Wir haben gerade geschlossen",
  ended: "Dieser Chat ist beendet",
  reconnecting: "Verbindung wird wiederhergestellt…",
  connecting: "Verbindung wird aufgebaut…",
  moment: "Wir sind gleich wieder bei Ihnen",
  here: (who) => `${who} ist da`,
  hereHint: "Sie können hier jederzeit schreiben, auch während Sie sprechen.",
  waitHint: "Sie können schon schreiben oder weiterstöbern: Der Chat begleitet Sie auf jede Seite.",
  kept: "Ihre Nachricht bleibt erhalten. Wir antworten, sobald wieder jemand da ist.",
  keptUntil: (when) => `Ihre Nachricht bleibt erhalten. Wir antworten, wenn wir ${when} wieder da sind.`,
  answerBy: (email) => `Die Antwort finden Sie hier, und wir erreichen Sie unter ${email}.`,
  answerHere: "Die Antwort finden Sie hier, auf jeder Seite dieser Website.",
  idle: (minutes) =>
    `Sind Sie noch da? Der Chat endet in ${minutes === 1 ? "einer Minute" : `${minutes} Minuten`}, wenn niemand schreibt.`,

  howCanWeHelp: "Wie können wir helfen?",
  hello:
    "Schreiben Sie uns. Jemand aus unserem Team antwortet gleich hier und kann die Seite auf Wunsch mit Ihnen ansehen.",
  helloNobody:
    "Gerade ist niemand frei. Schreiben Sie uns trotzdem: Ihre Nachricht bleibt erhalten und wird beantwortet.",
  namePlaceholder: "Wie dürfen wir Sie nennen?",
  emailPlaceholder: "Damit wir Ihnen später antworten können",

  write: "Nachricht schreiben…",
  messageLabel: "Nachricht",
  send: "Senden",
  attach: "Datei anhängen",
  emoji: "Emoji",
  dropHere: "Dateien zum Anhängen hier ablegen",
  cancelUpload: "Abbrechen",
  fileGone: "Die Seite wurde verlassen, bevor die Datei gesendet war. Bitte wählen Sie sie noch einmal.",

  you: "Sie",
  sending: "Wird gesendet…",
  uploading: (percent) => `Wird gesendet… ${percent} %`,
  notSent: "Nicht gesendet.",
  tryAgain: "Noch einmal",
  discard: "Entfernen",
  sent: "Gesendet",
  delivered: "Zugestellt",
  read: "Gelesen",
  typing: (who) => `${who} schreibt`,
  masked: "Wir haben Privates in dieser Nachricht zu Ihrem Schutz verborgen.",
  maskedCard: "Wir haben eine Kartennummer zu Ihrem Schutz verborgen.",
  download: (name) => `${name} herunterladen`,
  picture: (name) => `Bild: ${name}`,
  noAnswer: "Noch keine Antwort.",
  chatOver: "Der Chat ist beendet.",

  endChat: "Chat beenden",
  endReally: "Diesen Chat beenden?",
  keepChatting: "Weiter chatten",
  newChat: "Neuen Chat beginnen",
  thanks: "Danke, dass Sie mit uns gesprochen haben.",
  howWasLast: "Wie war Ihr letzter Chat mit uns?",

  conversations: "Ihre Gespräche",
  allConversations: "Ihre Support-Seite",
};

export const rare: typeof en.rare = {
  leaveMessage: "Hinterlassen Sie eine Nachricht",
  closed: "Wir haben gerade geschlossen.",
  closedUntil: (when) => `Wir haben gerade geschlossen und sind ${when} wieder da.`,
  closedNext:
    "Schreiben Sie uns, worum es geht. Wir bewahren Ihre Nachricht auf und antworten, sobald wir wieder da sind.",
  message: "Ihre Nachricht",
  emailNeeded: "Bitte geben Sie eine E-Mail-Adresse an, damit wir antworten können.",
  messageNeeded: "Bitte schreiben Sie, worum es geht.",
  leave: "Nachricht hinterlassen",
  attached: (name) => `${name} ist angehängt.`,
  removeFile: (name) => `${name} entfernen`,
  fileLarge: (name, megabytes) => `${name} ist größer als ${megabytes} MB.`,
  fileEmpty: (name) => `${name} ist leer.`,
  filesMany: (most) => `Bitte höchstens ${most} Dateien auf einmal senden.`,
  stars: ["Sehr schlecht", "Schlecht", "Mittel", "Gut", "Sehr gut"],
  star: (count) => `${count} von 5`,
  comment: "Möchten Sie etwas hinzufügen?",
  sendRating: "Bewertung senden",
  rated: "Danke, Ihre Bewertung ist angekommen.",
  youRated: (rating) => `Von Ihnen mit ${rating} von 5 bewertet`,
  transcript: "Diesen Chat per E-Mail senden",
  save: "Diesen Chat speichern",
  transcriptSent: (email) => `Unterwegs an ${email}.`,
  none: "Hier ist noch nichts. Wenn Sie mit uns chatten, finden Sie es hier wieder.",
  tickets: "Tickets",
  open: "Offen",
  past: "Vergangen",
  ticketOpen: "Offen",
  ticketClosed: "Gelöst",
  waiting: "Wartet",
  active: "Läuft",
  over: "Beendet",
  withWhom: (who) => `Chat mit ${who}`,
  chatNumber: (number) => `Chat Nr. ${number}`,
  chats: (count) => (count === 1 ? "1 Chat" : `${count} Chats`),
  loadMore: "Mehr anzeigen",
  goOn: "Diesen Chat fortsetzen",
  noMessages: "Es wurden keine Nachrichten geschrieben.",
};

export const page: typeof en.page = {
  title: "Ihre Gespräche",
  with: (site) => `mit ${site}`,
  goToSite: (site) => `Zu ${site}`,
  leave: "Diese Seite schließen",
  leaveHint: "Wer diesen Browser nach Ihnen benutzt, kann sie nicht mehr öffnen.",
  signedInAs: (name) => `Sie sind hier als ${name}`,
  onlyThisBrowser: "Sie sehen, was von diesem Browser aus gefragt wurde.",
  list: "Alle",
  newChat: "Neues Gespräch",
  newTitle: "Was können wir für Sie tun?",
  back: "Zurück zu allen Gesprächen",
  choose: "Wählen Sie ein Gespräch, um es hier zu lesen.",
  tickets: "Tickets",
  ticketNumber: (number) => `Ticket Nr. ${number}`,
  openedOn: (day) => `eröffnet am ${day}`,
  solvedOn: (day) => `gelöst am ${day}`,
  ticketsHint:
    "Ein Ticket hält alle Gespräche zur selben Sache zusammen. Unser Team eröffnet eines, wenn etwas länger dauert.",
  emptyTicket: "Noch gehört kein Gespräch dazu.",
  noneOpen: "Gerade ist nichts offen.",
  empty: "Hier ist noch nichts",
  emptyHint: (site) =>
    `Wenn Sie mit ${site} chatten, finden Sie hier alles wieder: was gesagt wurde, wer geholfen hat und was daraus geworden ist.`,
  state: "Stand",
  date: "Datum",
  site: "Website",
  helper: "Geholfen hat",
  nobodyYet: "noch niemand",
  duration: "Dauer",
  channelsTitle: "Über",
  channels: { chat: "Chat", cobrowse: "Seite gemeinsam angesehen", call: "Anruf", remote: "Fernsteuerung" },
  ratingTitle: "Ihre Bewertung",
  youWrote: (comment) => `„${comment}“`,
  canRate: "Jetzt bewerten",
  underMinute: "unter einer Minute",
  onSite: (site) => `Weiter auf ${site}`,
  onSiteHint: "Dort können wir auch die Seite, die Sie sehen, gemeinsam ansehen.",
  end: "Chat beenden",
  closedTitle: "Diese Seite ist geschlossen",
  closedHint: "Sie schließt nach einer Weile von selbst, damit niemand sonst Ihre Gespräche liest.",
  codeTitle: "Dieser Link funktioniert nicht mehr",
  codeHint: "Er funktioniert einmal und nur eine Minute lang, damit ihn niemand sonst benutzt.",
  howTo: "Öffnen Sie den Chat auf der Website und wählen Sie in seinem Menü „Ihre Support-Seite“.",
  unknownTitle: "Dieses Gespräch gibt es nicht",
  unknownHint: "Es ist nicht Ihres, oder es besteht nicht mehr.",
  failedTitle: "Das hat nicht geklappt",
  tryAgain: "Noch einmal versuchen",
};
