/** Everything that customers read, by the script that says it. Each of our scripts takes its own part along only. */

export const launcher = {
  chatWith: (site: string) => `Chat with ${site}`,
  unread: (count: number) => (count === 1 ? "new message" : `${count} new messages`),
};

/** What a screen reader is told of messages that come in. */
export const news = {
  says: (who: string, text: string) => `${who}: ${text}`,
  aFile: "sent a file",
};

export const session = {
  access: "Support access",
  stop: "Stop",
  someone: "Support",
  canSee: (who: string) => `${who} can see this page`,
  canControl: (who: string) => `${who} can see, click and type on this page`,
  reconnecting: "Reconnecting…",
  requested: "Support access requested",
  technician: "A technician",
  from: (site: string) => ` from ${site}`,
  asks: (capability: string) => `asks for your permission: ${capability}.`,
  yes: "Yes, allow",
  no: "No",
  hint: "Nothing is shared unless you say yes.",
  view: {
    would: "would like to see this website as you see it.",
    facts: [
      "Only pages of this website, nothing else",
      "Passwords and private fields stay hidden",
      "You can stop it at any time",
    ],
  },
  control: {
    would: "would like to click and type on this website for you.",
    facts: [
      "You see everything that is done, and can do things yourself",
      "Passwords and private fields cannot be touched",
      "You can stop it at any time",
    ],
  },
};

/** A live picture: of the camera, or of the screen. */
export const camera = {
  someone: "Support",
  turn: "Switch camera",
  size: "Larger or smaller",
  again: "Try again",
  camera: {
    would: "would like to see your camera.",
    facts: [
      "Only the picture, no sound",
      "You see what is shown, and choose which camera",
      "You can stop it at any time",
    ],
    sees: (who: string) => `${who} sees your camera`,
    may: (who: string) => `${who} may see your camera`,
    yours: "What your camera shows",
    start: "Turn on the camera",
    asking: {
      title: "Your browser asks for the camera",
      hint: "Choose “Allow”, so that it can be shown.",
    },
    denied: {
      title: "Your browser does not allow the camera",
      hint: "Tap the sign beside the address of this page, allow the camera, then try again.",
    },
    paused: {
      title: "Your camera is off",
      hint: "You have allowed it to be seen. Turn it on when you are ready.",
    },
  },
  screen: {
    would: "would like to see your screen.",
    facts: [
      "You choose what is shown: a window or the whole screen",
      "Only the picture: no sound, and nobody can click in it",
      "You can stop it at any time",
    ],
    sees: (who: string) => `${who} sees your screen`,
    may: (who: string) => `${who} may see your screen`,
    yours: "What is shown of your screen",
    start: "Choose what to show",
    asking: {
      title: "Your browser asks what to show",
      hint: "Choose a window or your whole screen.",
    },
    denied: {
      title: "Nothing was chosen to show",
      hint: "Try again, and choose a window or your whole screen.",
    },
    paused: {
      title: "Your screen is not shown",
      hint: "You have allowed it to be seen. Choose what to show when you are ready.",
    },
  },
  reasons: {
    "no-camera": {
      title: "There is no camera here",
      hint: "Connect one, or open this page on your phone, then try again.",
    },
    "in-use": {
      title: "Something else uses your camera",
      hint: "Close other calls and camera apps, then try again.",
    },
    unplugged: {
      title: "Your camera has gone",
      hint: "It was unplugged or switched off. Connect it, then try again.",
    },
    "not-possible": {
      title: "This browser cannot show it",
      hint: "Open this page in a newer Chrome, Edge, Firefox or Safari.",
    },
    failed: {
      title: "That did not work",
      hint: "Try again. If it stays so, close the browser and open this page again.",
    },
  },
};

/** A call: while it waits, rings, is under way, and is over. */
export const call = {
  call: "Call",
  someone: "Support",
  tryAgain: "Try again",

  // Asked for
  asking: "Calling…",
  askAllow: "Your browser asks for the microphone. Choose “Allow”, so that you can be heard.",
  rings: (who: string) => `It rings at ${who}`,
  waitHint: "Stay here, or browse on: the call comes along to every page. You cannot be heard until somebody answers.",
  nobodyHint: "You can go on waiting, or be called back.",
  handing: "Putting you through",
  cancel: "Cancel",
  callBack: "Call me back instead",
  check: "Test microphone and network",

  // Rings here
  calls: (who: string) => `${who} would like to talk to you`,
  callsHint: "Nothing is heard or seen of you before you accept. Without a microphone you can listen.",
  cannot: "This browser cannot take calls. Open this page in a newer Chrome, Edge, Firefox or Safari.",
  accept: "Accept",
  decline: "Decline",

  // Under way
  connecting: "Connecting…",
  reconnecting: "Reconnecting…",
  awaiting: (who: string) => `Waiting for ${who}…`,
  talking: (who: string) => `You are talking to ${who}`,
  isMuted: (who: string) => `${who} is muted`,
  takesOver: (who: string) => `${who} takes over in a moment`,
  isHolding: (who: string) => `${who} has put the call on hold`,
  held: "On hold: nobody hears you, and you hear nobody",
  muted: "You are muted",
  duration: (time: string) => `Duration: ${time}`,
  sound: (how: string) => `Sound: ${how}`,
  measuring: "Measuring the sound…",
  /** From 1 to 5. */
  qualities: ["very poor", "poor", "fair", "good", "very good"],
  mute: "Mute",
  hold: "Hold",
  camera: "Camera",
  screen: "Share screen",
  devices: "Devices",
  hangUp: "Hang up",
  microphone: "Microphone",
  speaker: "Speaker",
  device: (number: number) => `Device ${number}`,
  level: "How loud you are",
  theirPicture: (who: string) => `Picture of ${who}`,
  ownPicture: "What is seen of you",
  larger: "Larger or smaller",
  clickToHear: "Click to hear",
  clickToHearHint: "Your browser plays the sound only after a click.",
  elsewhere: (who: string) => `Your call with ${who} is on in another tab`,
  here: "Continue it here",

  // What is wrong
  troubles: {
    missing: {
      title: "There is no microphone",
      hint: "Connect one, or close what else uses it, then try again. You can listen without.",
    },
    refused: {
      title: "Your browser does not allow the microphone",
      hint: "Click the sign beside the address of this page, allow the microphone, then try again. You can listen without.",
    },
    lost: {
      title: "Your microphone has gone",
      hint: "It was unplugged or switched off. Connect one: it is used at once.",
    },
    noCamera: {
      title: "The camera does not open",
      hint: "Connect one, or close what else uses it, then try again.",
    },
    cameraRefused: {
      title: "Your browser does not allow the picture",
      hint: "Click the sign beside the address of this page, allow it, then try again.",
    },
  },

  ways: {
    refused: {
      title: "The relay for calls refuses this one",
      hint: "This is at our side, and we keep trying. If it stays so, hang up and write to us in the chat.",
    },
    "no-way": {
      title: "No way for the call was found",
      hint: "One of the two networks lets no call through, or our relay does not answer. We keep trying; another network or turning a VPN off may help, and the chat goes on.",
    },
  },

  // Over
  over: "The call is over",
  lasted: (time: string) => `It lasted ${time}.`,
  byStaff: (who: string) => `${who} has hung up.`,
  lost: "The connection was lost for too long.",
  unanswered: "Nobody answered",
  unansweredHint: "You can try again, or write in the chat.",
  declined: "Nobody can take your call just now",
  missed: (who: string) => `You missed a call from ${who}`,
  missedHint: "Call back when you are ready.",
  callAgain: "Call",
  calledBack: "We call you back",
  calledBackHint: "Thank you. You can close this page.",
  failed: "The call did not begin",
  failedHint: "Please try again in a moment.",
  close: "Close",
};

export const notice = {
  full: "Your page cannot be shown at the moment. The chat goes on.",
  failed: "Support could not connect to your page. Nothing was shown.",
  blocked: "Your browser did not let the window open. Allow pop-ups for this site, then try again.",
};

/** The look at what technicians see. */
export const mirror = {
  see: "See what they see of your page",
};

/** What a technician may only propose. */
export const proposal = {
  proposes: (who: string) => `${who} proposes a step`,
  press: (what: string) => `Press “${what}”.`,
  pressThis: "Press what is marked on the page.",
  hint: "Only you can do this. Nothing happens unless you say so.",
  yes: "Do it",
  no: "No",
};

/** What both the window and its rarer views say. */
export const shared = {
  language: "en",
  messages: "Messages",
  name: "Your name",
  email: "Your e-mail",
  optional: "(optional)",
  howWasIt: "How was your chat?",
  loading: "Loading…",
};

/** What went wrong. */
export const excuses = {
  offline: "You seem to be offline.",
  failed: "That did not work. Please try again.",
  /** By the code of the problem that the server answers with. */
  problems: {
    "session-ended": "The chat has ended.",
    "too-fast": "That was a little fast. Please try again.",
    "too-many-requests": "That was a little fast. Please try again in a moment.",
    unavailable: "We could not store it just now. Please try again.",
    busy: "We could not store it just now. Please try again.",
    "text-not-allowed": "This text cannot be sent.",
    "file-too-large": "This file is too large: 10 MB at most.",
    "too-large": "This file is too large: 10 MB at most.",
    "file-empty": "This file is empty.",
    "file-name-not-allowed": "This file has a name that we cannot take. Please rename it.",
    "file-type-not-allowed":
      "Files of this kind are not accepted. Pictures, PDF, text, office documents and zip archives are.",
    "file-misnamed": "This file is not what its name says, so it was refused.",
    "file-unsafe": "This file was refused because it may be unsafe.",
    "too-many-files": "These are too many files at once. Please send those before first.",
    "files-off": "Files cannot be sent here.",
    "address-missing": "The site has not told us your address. You can save the chat instead.",
    "mail-off": "We cannot send mail at the moment.",
    "too-many-transcripts": "This chat was sent often enough for now. Please try again later.",
    "already-rated": "You have rated this chat already. Thank you!",
    "rated-too-late": "It is too late to rate this chat.",
  } as Record<string, string>,
};

/** Rather to be called back than to wait. */
export const wish = {
  contact: "Where to reach you",
  contactHint: "Phone number or e-mail",
  note: "When, or what it is about",
  optional: "(optional)",
  ask: "Ask to be called back",
  goOnWaiting: "Go on waiting",
};

/** How long somebody waits. */
export const queue = {
  soon: "We’ll be with you soon",
  yourTurn: "Your turn comes now",
  next: "You are next",
  number: (position: number) => `You are number ${position}`,
  minutes: (minutes: number) => `about ${minutes} ${minutes === 1 ? "minute" : "minutes"}`,
  lessThanMinute: "less than a minute",
  long: "more than an hour",
  nobody: "Nobody is free to answer right now",
};

/** When we are back. */
export const times = {
  atTime: (clock: string) => `at ${clock}`,
  onDay: (day: string, clock: string) => `on ${day} at ${clock}`,
};

/** The window and the chat in it. */
export const widget = {
  ...queue,

  // The window
  chatWith: (site: string) => `Chat with ${site}`,
  callUs: "Call us",
  minimise: "Minimise",
  closeWindow: "Close the chat window",
  more: "More",
  back: "Back",

  // How things stand
  askUs: "Ask us anything",
  closedNow: "We are closed at the moment",
  ended: "This chat has ended",
  reconnecting: "Reconnecting…",
  connecting: "Connecting…",
  moment: "We’ll be back with you in a moment",
  here: (who: string) => `${who} is here`,
  hereHint: "You can write here at any time, also while you talk.",
  waitHint: "You can write already, or browse on: this chat comes along to every page.",
  kept: "Your message is kept, and we answer it as soon as somebody is back.",
  keptUntil: (when: string) => `Your message is kept, and we answer it when we are back ${when}.`,
  answerBy: (email: string) => `You find the answer here, and we can reach you at ${email}.`,
  answerHere: "You find the answer right here, on any page of this site.",
  idle: (minutes: number) =>
    `Are you still there? This chat ends in ${minutes === 1 ? "a minute" : `${minutes} minutes`} unless somebody writes.`,

  // Before the first message
  howCanWeHelp: "How can we help?",
  hello:
    "Send us a message. Somebody from our team will answer right here, and can look at the page with you if you like.",
  helloNobody: "Nobody is free right now. Write to us all the same: your message is kept and answered.",
  namePlaceholder: "So we know what to call you",
  emailPlaceholder: "So we can answer when you are gone",

  // Writing
  write: "Write a message…",
  messageLabel: "Message",
  send: "Send",
  attach: "Attach a file",
  emoji: "Emoji",
  dropHere: "Drop files to attach them",
  cancelUpload: "Cancel",
  fileGone: "The page was left before the file was sent. Please choose it again.",

  // Messages
  you: "You",
  sending: "Sending…",
  uploading: (percent: number) => `Sending… ${percent} %`,
  notSent: "Not sent.",
  tryAgain: "Try again",
  discard: "Remove",
  sent: "Sent",
  delivered: "Delivered",
  read: "Read",
  typing: (who: string) => `${who} is typing`,
  masked: "We hid something private in this message to protect you.",
  maskedCard: "We hid a card number to protect you.",
  download: (name: string) => `Download ${name}`,
  picture: (name: string) => `Picture: ${name}`,
  noAnswer: "No answer yet.",
  chatOver: "The chat has ended.",

  // The end
  endChat: "End chat",
  endReally: "End this chat?",
  keepChatting: "Keep chatting",
  newChat: "Start a new chat",
  thanks: "Thank you for chatting with us.",
  howWasLast: "How was your last chat with us?",

  // Your conversations
  conversations: "Your conversations",
  allConversations: "Your support page",
};

/** The widget's rarer views: the form for when nobody is here, files, ratings, and what was before. */
export const rare = {
  leaveMessage: "Leave us a message",
  closed: "We are closed right now.",
  closedUntil: (when: string) => `We are closed right now and back ${when}.`,
  closedNext: "Tell us what it is about. We keep your message and answer once we are back.",
  message: "Your message",
  emailNeeded: "Please enter an e-mail address, so that we can answer.",
  messageNeeded: "Please write what it is about.",
  leave: "Leave message",
  attached: (name: string) => `${name} is attached.`,
  removeFile: (name: string) => `Remove ${name}`,
  fileLarge: (name: string, megabytes: number) => `${name} is larger than ${megabytes} MB.`,
  fileEmpty: (name: string) => `${name} is empty.`,
  filesMany: (most: number) => `Please send at most ${most} files at once.`,
  stars: ["Very poor", "Poor", "Fair", "Good", "Very good"],
  star: (count: number) => `${count} of 5`,
  comment: "Anything you would like to add?",
  sendRating: "Send rating",
  rated: "Thank you, your rating has been sent.",
  youRated: (rating: number) => `You rated this ${rating} of 5`,
  transcript: "E-mail me this chat",
  save: "Save this chat",
  transcriptSent: (email: string) => `On its way to ${email}.`,
  none: "There is nothing here yet. When you chat with us, you find it here again.",
  tickets: "Tickets",
  open: "Open",
  past: "Past",
  ticketOpen: "Open",
  ticketClosed: "Solved",
  waiting: "Waiting",
  active: "In progress",
  over: "Ended",
  withWhom: (who: string) => `Chat with ${who}`,
  chatNumber: (number: number) => `Chat no. ${number}`,
  chats: (count: number) => (count === 1 ? "1 chat" : `${count} chats`),
  loadMore: "Show more",
  goOn: "Go on with this chat",
  noMessages: "No messages were written.",
};

/** The customer's own page. */
export const page = {
  title: "Your conversations",
  with: (site: string) => `with ${site}`,
  goToSite: (site: string) => `Go to ${site}`,
  leave: "Close this page",
  leaveHint: "Nobody who uses this browser after you can open it.",
  signedInAs: (name: string) => `You are here as ${name}`,
  onlyThisBrowser: "You see what was asked for from this browser.",
  list: "All of them",
  newChat: "New conversation",
  newTitle: "What can we do for you?",
  back: "Back to all conversations",
  choose: "Choose a conversation to read it here.",
  tickets: "Tickets",
  ticketNumber: (number: number) => `Ticket no. ${number}`,
  openedOn: (day: string) => `opened ${day}`,
  solvedOn: (day: string) => `solved ${day}`,
  ticketsHint:
    "A ticket keeps all conversations about the same matter together. Our team opens one where a matter takes longer.",
  emptyTicket: "No conversation belongs to it yet.",
  noneOpen: "Nothing is open at the moment.",
  empty: "There is nothing here yet",
  emptyHint: (site: string) =>
    `When you chat with ${site}, you find everything here again: what was said, who helped you, and what became of it.`,
  state: "State",
  date: "Date",
  site: "Website",
  helper: "Helped by",
  nobodyYet: "nobody yet",
  duration: "Duration",
  channelsTitle: "By",
  channels: { chat: "Chat", cobrowse: "Looked at the page together", call: "Call", remote: "Remote control" } as Record<
    string,
    string
  >,
  ratingTitle: "Your rating",
  youWrote: (comment: string) => `“${comment}”`,
  canRate: "Rate it",
  underMinute: "less than a minute",
  onSite: (site: string) => `Go on at ${site}`,
  onSiteHint: "There the page you look at can be seen together, too.",
  end: "End chat",
  closedTitle: "This page is closed",
  closedHint: "It closes by itself after a while, so that nobody else reads your conversations.",
  codeTitle: "This link does not work any more",
  codeHint: "It works once, and for one minute only, so that nobody else can use it.",
  howTo: "Open the chat on the website and choose “Your support page” in its menu.",
  unknownTitle: "There is no such conversation",
  unknownHint: "It is not one of yours, or it does not exist any more.",
  failedTitle: "That did not work",
  tryAgain: "Try again",
};
