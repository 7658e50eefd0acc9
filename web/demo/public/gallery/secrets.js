// Plants more secrets while somebody looks: everything that pages do to fields, styles and addresses.

(() => {
  const get = (selector, root = document) => root.querySelector(selector);
  const state = JSON.stringify({ padding: "x".repeat(300), user: "planted-53" });
  get("[data-state]").dataset.state = state;

  // Open shadow roots: one in the open, one in a private element.
  const open = get("#host").attachShadow({ mode: "open" });
  open.innerHTML =
    '<input id="deep" type="password" value="planted-60"><p data-private>planted-61</p><p>open in a shadow</p>';
  const hidden = get("#private-host").attachShadow({ mode: "open" });
  hidden.innerHTML = "<p>planted-62</p>";

  function type(field, value) {
    field.value = value;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }

  function style(root, text) {
    if (!("adoptedStyleSheets" in root)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`p::after { content: "${text}" }`);
    root.adoptedStyleSheets = [sheet];
    sheet.insertRule(`p::before { content: "${text}" }`);
  }
  style(hidden, "planted-63");

  /** Somebody pressed "show". */
  window.plantBefore = () => {
    get("#shown").type = "text";
    type(get("#deep", open), "planted-59");
    get("#deep", open).type = "text";
    const inner = get("#frame").contentDocument?.querySelector("#inner");
    if (inner) inner.type = "text";
  };

  window.plant = () => {
    type(get("#password"), "planted-64");
    type(get("#shown"), "planted-65");
    get("#password").type = "text";
    type(get("#password"), "planted-66");
    get("#password").setAttribute("value", "planted-67");
    get("#swap").innerHTML = '<input id="swapped" type="text" value="planted-68">';
    type(get("#swapped"), "planted-69");
    type(get("#dots"), "planted-70");
    type(get("#code"), "planted-71");
    get("#csrf").value = "planted-72";
    get("#csrf").setAttribute("value", "planted-73");
    type(get("#deep", open), "planted-74");
    const frame = get("#frame").contentDocument;
    if (frame?.querySelector("#inner")) {
      type(frame.querySelector("#inner"), "planted-75");
      frame.querySelector("[data-private]").textContent = "planted-76";
    }

    const late = document.createElement("input");
    late.type = "password";
    late.value = "planted-77";
    document.body.append(late);
    late.placeholder = "planted-78";
    late.type = "text";
    type(late, "planted-79");

    get("#private-text").textContent = "planted-80";
    get("#private").title = "planted-81";
    get("#private").append("planted-82");
    type(get("#private-field"), "planted-83");
    type(get("#private-area"), "planted-84");
    get("#private-rich").textContent = "planted-85";
    get("#private-plan").click();
    get("#plan").click();
    get("p", hidden).textContent = "planted-86";
    hidden.append("planted-87");
    style(hidden, "planted-88");
    get("#private-style").sheet?.insertRule('p { content: "planted-89" }');

    get(".iban").textContent = "planted-90";
    get("#later").className = "iban";
    get("#later").textContent = "planted-91";
    get("#private").append(get("#moving"));
    get("#moving").textContent = "planted-92";

    get("img.paper").src = "paper.svg?token=planted-93";
    const link = document.createElement("a");
    link.href = "next.html?code=planted-94";
    link.textContent = "Next";
    document.body.append(link);
    const frames = document.createElement("iframe");
    frames.srcdoc = "<p data-private>planted-95</p>";
    document.body.append(frames);
    history.pushState(null, "", "?token=planted-96#access_token=planted-97");
    document.title = "planted-98";
    get("[data-state]").setAttribute("data-state", state.replace("53", "99"));
    get("#marker").textContent = "Everything is planted now.";
  };
})();
