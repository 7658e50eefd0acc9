// Fills in this server's own address and the reader's site key, and copies.

const key = document.getElementById("key");

function fill() {
  const siteKey = key.value.trim() || "YOUR_SITE_KEY";
  document.getElementById("snippet").textContent =
    `<script async src="${location.origin}/sdk/v1.js" data-site-key="${siteKey.replace(/[^\w.-]/g, "")}"></script>`;
  document.getElementById("csp").textContent =
    `script-src ${location.origin}; connect-src ${location.origin} ${location.origin.replace(/^http/, "ws")}`;
}

async function copy(button) {
  const source = document.getElementById(button.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(source);
    button.textContent = "Selected: press Ctrl+C";
  }
  setTimeout(() => (button.textContent = "Copy"), 2000);
}

key.value = new URLSearchParams(location.search).get("site-key") ?? "";
key.addEventListener("input", fill);
for (const button of document.querySelectorAll("[data-copy]"))
  button.addEventListener("click", () => void copy(button));
fill();
