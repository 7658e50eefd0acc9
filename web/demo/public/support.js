// What a site does to have Remote Support: one script tag with its site key. This shop reads the key from site.json, or
// from ?site-key=… in the address, which it remembers.

(async () => {
  const { src } = document.currentScript;
  const query = new URLSearchParams(location.search);
  for (const name of ["site-key", "test-open"]) {
    if (query.has(name)) localStorage.setItem(`fernway:${name}`, query.get(name));
  }

  const answer = await fetch(new URL("site.json", src), { cache: "no-cache" }).catch(() => undefined);
  const site = answer?.ok ? await answer.json().catch(() => ({})) : {};
  const siteKey = localStorage.getItem("fernway:site-key") || site.siteKey;

  if (!siteKey) {
    const guide = document.getElementById("guide");
    if (!guide) return;
    guide.classList.add("missing");
    guide.innerHTML =
      'This shop has no site key yet: create a site in the <a href="/sites" target="_blank">console</a> and open this page with <code>?site-key=</code> and its key, or see the <a href="/help">how-to</a>.';
    return;
  }

  const script = document.createElement("script");
  script.async = true;
  script.src = "/sdk/v1.js";
  script.dataset.siteKey = siteKey;
  // Our browser tests look into the widget.
  if (localStorage.getItem("fernway:test-open") !== null) script.dataset.testOpen = "";
  document.head.append(script);

  // A site's own link into the widget, as from an account page.
  document.getElementById("conversations")?.addEventListener("click", () => {
    window.RemoteSupport = window.RemoteSupport || [];
    window.RemoteSupport.push(["conversations"]);
  });
})();
