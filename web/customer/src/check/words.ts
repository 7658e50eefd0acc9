const en = {
  title: "Check before a call",
  lead: "Test in a minute whether you will be heard and seen. Nothing of it is sent to anybody or kept.",
  good: "All that was tested works",
  bad: (names: string) => `Needs a look: ${names}`,
  none: "Nothing is tested yet",
  test: "Test",
  again: "Test again",
  stop: "Stop",
  running: "Being tested…",

  microphone: {
    name: "Microphone",
    idle: "Speak, and see how loud you are. Your browser asks first.",
    asking: "Your browser asks for the microphone. Choose “Allow”.",
    speak: "Say something…",
    level: "How loud you are",
    good: "You can be heard.",
    silent: "Nothing is heard",
    silentHelp:
      "Is it muted, at the headset or on the keyboard? Is another one chosen in your system’s sound settings? The bar moves as soon as something is heard.",
  },
  speaker: {
    name: "Speaker",
    idle: "A short tone is played.",
    ask: "Did you hear the tone?",
    yes: "I heard it",
    no: "I heard nothing",
    good: "You can hear.",
    bad: "Nothing was heard",
    help: "Turn the sound up, and choose the right speaker or headset in your system’s sound settings. Is this tab muted?",
  },
  camera: {
    name: "Camera",
    idle: "Only needed if you want to be seen.",
    asking: "Your browser asks for the camera. Choose “Allow”.",
    good: "This is what would be seen.",
    preview: "What your camera shows",
  },
  network: {
    name: "Connection to us",
    good: (ms: number) => `Fast enough: an answer takes ${ms} ms.`,
    slow: (ms: number) => `Slow: an answer takes ${ms} ms`,
    slowHelp: "Words may come late. A cable instead of the wireless network helps most, and fewer downloads beside it.",
    away: "We cannot be reached",
    awayHelp: "Look whether you are online, then test again.",
    blocked: "Your network lets no live connection through",
    blockedHelp: "A proxy or firewall blocks WebSockets. Try another network, such as your phone’s, or ask your IT.",
  },
  servers: {
    name: "Way for the sound",
    without: "Open this page from your chat or call to test this too: only there are you given a relay.",
    direct: "Sound goes directly from browser to browser here; there is no server to test.",
    good: "A call finds its way.",
    refused: "The relay refuses us",
    refusedHelp:
      "If this page has been open for a while, open it anew from your chat or call. Else tell us: it is at our side.",
    unreachable: "No relay can be reached",
    unreachableHelp:
      "A call works all the same where it may go directly. If not: your network blocks the relay, or it is away. Another network, such as your phone’s, or turning a VPN off may help.",
    words: {
      answers: "answers",
      refused: "refuses the credentials",
      busy: "has no relay free",
      unreachable: "cannot be reached",
      unusable: "is no address",
    },
  },
  problems: {
    denied: {
      title: "Your browser does not allow it",
      help: "Click the sign beside the address of this page, allow it, then test again. Also look in your system’s privacy settings.",
    },
    policy: {
      title: "It is blocked by a policy",
      help: "The page that opened this one, or your organisation’s rules for browsers, forbid it. Open this page in a tab of its own, or ask your IT.",
    },
    missing: { title: "There is none", help: "Connect one, then test again." },
    "in-use": { title: "Something else uses it", help: "Close other calls and programs that use it, then test again." },
    "not-possible": {
      title: "This browser cannot do it",
      help: "Open this page by https:// in a newer Chrome, Edge, Firefox or Safari.",
    },
    failed: {
      title: "That did not work",
      help: "Test again. If it stays so, close the browser and open this page again.",
    },
  },
};

const de: typeof en = {
  title: "Vor dem Anruf prüfen",
  lead: "Prüfen Sie in einer Minute, ob man Sie hören und sehen wird. Nichts davon wird an jemanden gesendet oder aufbewahrt.",
  good: "Alles Geprüfte funktioniert",
  bad: (names) => `Braucht einen Blick: ${names}`,
  none: "Noch ist nichts geprüft",
  test: "Prüfen",
  again: "Noch einmal prüfen",
  stop: "Beenden",
  running: "Wird geprüft…",

  microphone: {
    name: "Mikrofon",
    idle: "Sprechen Sie, und sehen Sie, wie laut Sie sind. Ihr Browser fragt vorher.",
    asking: "Ihr Browser fragt nach dem Mikrofon. Wählen Sie „Zulassen“.",
    speak: "Sagen Sie etwas…",
    level: "Wie laut Sie sind",
    good: "Man kann Sie hören.",
    silent: "Es ist nichts zu hören",
    silentHelp:
      "Ist es stumm, am Headset oder auf der Tastatur? Ist in den Toneinstellungen Ihres Systems ein anderes gewählt? Der Balken bewegt sich, sobald etwas zu hören ist.",
  },
  speaker: {
    name: "Lautsprecher",
    idle: "Ein kurzer Ton wird abgespielt.",
    ask: "Haben Sie den Ton gehört?",
    yes: "Ich habe ihn gehört",
    no: "Ich habe nichts gehört",
    good: "Sie können hören.",
    bad: "Es war nichts zu hören",
    help: "Stellen Sie den Ton lauter, und wählen Sie in den Toneinstellungen Ihres Systems den richtigen Lautsprecher oder das Headset. Ist dieser Tab stumm?",
  },
  camera: {
    name: "Kamera",
    idle: "Nur nötig, wenn man Sie sehen soll.",
    asking: "Ihr Browser fragt nach der Kamera. Wählen Sie „Zulassen“.",
    good: "Das wäre zu sehen.",
    preview: "Was Ihre Kamera zeigt",
  },
  network: {
    name: "Verbindung zu uns",
    good: (ms) => `Schnell genug: Eine Antwort braucht ${ms} ms.`,
    slow: (ms) => `Langsam: Eine Antwort braucht ${ms} ms`,
    slowHelp:
      "Worte können spät kommen. Ein Kabel statt des Funknetzes hilft am meisten, und weniger Downloads nebenher.",
    away: "Wir sind nicht zu erreichen",
    awayHelp: "Sehen Sie nach, ob Sie online sind, und prüfen Sie noch einmal.",
    blocked: "Ihr Netz lässt keine stehende Verbindung durch",
    blockedHelp:
      "Ein Proxy oder eine Firewall blockiert WebSockets. Versuchen Sie ein anderes Netz, etwa das Ihres Telefons, oder fragen Sie Ihre IT.",
  },
  servers: {
    name: "Weg für den Ton",
    without:
      "Öffnen Sie diese Seite aus Ihrem Chat oder Anruf, um auch das zu prüfen: Nur dort bekommen Sie einen Vermittler.",
    direct: "Der Ton geht hier direkt von Browser zu Browser; es gibt keinen Server zu prüfen.",
    good: "Ein Anruf findet seinen Weg.",
    refused: "Der Vermittler lehnt uns ab",
    refusedHelp:
      "Wenn diese Seite schon länger offen ist, öffnen Sie sie neu aus Ihrem Chat oder Anruf. Sonst sagen Sie es uns: Es liegt an uns.",
    unreachable: "Kein Vermittler ist zu erreichen",
    unreachableHelp:
      "Wo ein Anruf direkt gehen darf, gelingt er trotzdem. Wenn nicht: Ihr Netz blockiert den Vermittler, oder er ist nicht da. Ein anderes Netz kann helfen, etwa das Ihres Telefons, oder ein VPN auszuschalten.",
    words: {
      answers: "antwortet",
      refused: "lehnt die Zugangsdaten ab",
      busy: "hat keinen Platz frei",
      unreachable: "ist nicht zu erreichen",
      unusable: "ist keine Adresse",
    },
  },
  problems: {
    denied: {
      title: "Ihr Browser erlaubt es nicht",
      help: "Klicken Sie auf das Zeichen neben der Adresse dieser Seite, erlauben Sie es und prüfen Sie noch einmal. Sehen Sie auch in die Datenschutzeinstellungen Ihres Systems.",
    },
    policy: {
      title: "Eine Richtlinie verbietet es",
      help: "Die Seite, die diese geöffnet hat, oder die Regeln Ihrer Organisation für Browser verbieten es. Öffnen Sie diese Seite in einem eigenen Tab, oder fragen Sie Ihre IT.",
    },
    missing: { title: "Es gibt keines", help: "Schließen Sie eines an und prüfen Sie noch einmal." },
    "in-use": {
      title: "Etwas anderes benutzt es",
      help: "Schließen Sie andere Anrufe und Programme, die es benutzen, und prüfen Sie noch einmal.",
    },
    "not-possible": {
      title: "Dieser Browser kann das nicht",
      help: "Öffnen Sie diese Seite mit https:// in einem neueren Chrome, Edge, Firefox oder Safari.",
    },
    failed: {
      title: "Das hat nicht geklappt",
      help: "Prüfen Sie noch einmal. Wenn es so bleibt, schließen Sie den Browser und öffnen Sie diese Seite neu.",
    },
  },
};

export type Trouble = keyof typeof en.problems;

/** That of the browser: the page has none of its own. */
export const language = /^de/i.test(navigator.language) ? "de" : "en";

export const say = language === "de" ? de : en;
