// Turns a technician's code into a session, then lets the script of our widget do the rest: it takes us for a site of the
// name "connect", whose visitor and session are written down here as it would do itself.

const WORDS = {
  de: {
    title: "Mit dem Support verbinden",
    lead: "Geben Sie den Code ein, den Ihr Techniker Ihnen genannt hat.",
    code: "Code",
    name: "Ihr Name, wenn Sie möchten",
    connect: "Verbinden",
    hint: "Beim Verbinden öffnet sich ein Chat. Von Ihrer Kamera und Ihrem Bildschirm wird nichts gezeigt, wenn Sie es nicht erlauben, und niemand kann etwas steuern.",
    check: "Mikrofon, Kamera und Netz prüfen",
    open: "Der Chat ist geöffnet. Sie können diese Seite jederzeit schließen; damit verlassen Sie die Sitzung.",
    back: "Wenn Sie diese Seite auf diesem Gerät wieder öffnen, sind Sie wieder in Ihrem Chat.",
    with: (who) => `Verbunden mit ${who}`,
    support: "dem Support",
    missing: "Geben Sie den Code ein: acht Buchstaben und Ziffern.",
    "code-unknown": "Diesen Code gibt es nicht. Sehen Sie noch einmal nach: acht Buchstaben und Ziffern.",
    "code-used": "Dieser Code wurde schon benutzt. Bitten Sie um einen neuen.",
    "code-expired": "Dieser Code ist abgelaufen. Bitten Sie um einen neuen.",
    "too-many-requests": "Zu viele Versuche. Warten Sie eine Minute.",
    failed: "Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.",
  },
  en: {
    with: (who) => `You are connected with ${who}`,
    support: "support",
    missing: "Type the code: eight letters and digits.",
    "code-unknown": "There is no such code. Look at it again: eight letters and digits.",
    "code-used": "This code has been used. Ask for a new one.",
    "code-expired": "This code has run out. Ask for a new one.",
    "too-many-requests": "Too many tries. Wait a minute.",
    failed: "That did not work. Try again in a moment.",
  },
};

const language = /^de/i.test(navigator.language) ? "de" : "en";
const words = WORDS[language];
const part = (id) => document.getElementById(id);
const PLACE = "remote-support:connect:";

function speak() {
  document.documentElement.lang = language;
  for (const one of document.querySelectorAll("[data-say]")) {
    const text = words[one.dataset.say];
    if (text) one.textContent = text;
  }
  document.title = part("ask").querySelector("h1").textContent;
}

function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(PLACE + name));
  } catch {
    return null;
  }
}

function keep(answer) {
  const visitor = { ...answer, until: Date.now() + (answer.expiresIn - 20) * 1000 };
  localStorage.setItem(`${PLACE}visitor`, JSON.stringify(visitor));
}

/** The widget finds a token that is good: this page renews it, since its guests are of no site that could. */
async function renew() {
  const known = kept("visitor");
  if (!known || known.until - Date.now() > 90_000) return;
  const answer = await fetch("/api/connect", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ visitorKey: known.visitorKey }),
    credentials: "omit",
  });
  if (answer.ok) keep({ ...known, ...(await answer.json()) });
  else if (answer.status === 401) localStorage.removeItem(`${PLACE}session`);
}

const renewQuietly = () => void renew().catch(() => undefined);

/** Shows the chat of the session that is written down. */
function enter(who) {
  setInterval(renewQuietly, 30_000);
  document.addEventListener("visibilitychange", renewQuietly);
  part("ask").hidden = true;
  part("connected").hidden = false;
  part("with").textContent = words.with(who || words.support);
  part("with").focus();
  // A code is worth nothing any more; it need not stay in the address, nor in the history.
  history.replaceState(null, "", "/connect");
  sessionStorage.setItem(`${PLACE}panel`, "true");
  const script = document.createElement("script");
  script.src = "/sdk/v1.js";
  script.dataset.siteKey = "connect";
  document.head.append(script);
}

async function connect(code, name) {
  const answer = await fetch("/api/connect", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ code, name: name || undefined }),
    credentials: "omit",
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(body.code ?? "failed");
  return body;
}

async function submit(event) {
  event.preventDefault();
  const code = part("code").value.trim();
  const button = part("form").querySelector("button");
  part("problem").textContent = "";
  if (!code) return refuse("missing");
  button.disabled = true;
  try {
    const answer = await connect(code, part("name").value.trim());
    keep(answer);
    localStorage.setItem(`${PLACE}session`, JSON.stringify(answer.sessionId));
    enter(answer.staffName);
  } catch (problem) {
    refuse(problem.message);
  } finally {
    button.disabled = false;
  }
}

function refuse(why) {
  part("problem").textContent = words[why] ?? words.failed;
  part("code").setAttribute("aria-invalid", "true");
  part("code").focus();
}

speak();
part("form").addEventListener("submit", (event) => void submit(event));
const [, , code] = location.pathname.split("/");
// Not sent by itself: whoever only looks at a link, as mail programs do, must not use the code up.
if (code) part("code").value = decodeURIComponent(code);
if (!code && kept("session"))
  void renew()
    .catch(() => undefined)
    .then(() => kept("session") && enter(kept("visitor")?.staffName));
else (code ? part("form").querySelector("button") : part("code")).focus();
