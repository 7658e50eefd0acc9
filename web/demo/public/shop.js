// The shop itself: eight plants, a cart in localStorage, and forms that send nothing anywhere.

const PLANTS = [
  {
    id: "monstera",
    name: "Monstera",
    price: 34,
    light: "bright",
    text: "Big split leaves that turn towards the window. Wants a drink once a week and room to sprawl.",
  },
  {
    id: "snake-plant",
    name: "Snake plant",
    price: 24,
    light: "shade",
    text: "The most patient plant there is. Forget it for three weeks and it will not mind.",
  },
  {
    id: "fiddle-leaf-fig",
    name: "Fiddle-leaf fig",
    price: 49,
    light: "bright",
    text: "A small tree with violin-shaped leaves. Choose its place well: it dislikes moving.",
  },
  {
    id: "aloe",
    name: "Aloe vera",
    price: 18,
    light: "sun",
    text: "Loves the sunniest sill of the house and soothes small burns in return.",
  },
  {
    id: "cactus",
    name: "Torch cactus",
    price: 22,
    light: "sun",
    text: "Upright, spiny and in flower by June. Water it when you change the sheets.",
  },
  {
    id: "pilea",
    name: "Pilea",
    price: 16,
    light: "bright",
    text: "Round leaves on thin stems, and soon little ones to give away.",
  },
  {
    id: "string-of-pearls",
    name: "String of pearls",
    price: 21,
    light: "bright",
    text: "A curtain of green beads for a high shelf. Drinks little, grows fast.",
  },
  {
    id: "lavender",
    name: "Lavender",
    price: 12,
    light: "sun",
    text: "Summer in a pot. Put it outside on warm days, the bees will thank you.",
  },
];

const LIGHT = { shade: "Likes shade", bright: "Likes bright corners", sun: "Likes full sun" };
const SIZES = { small: ["Small, 12 cm pot", 0], medium: ["Medium, 17 cm pot", 9], large: ["Large, 24 cm pot", 24] };

const $ = (id) => document.getElementById(id);
const money = (amount) => `€ ${amount.toFixed(2)}`;
const plant = (id) => PLANTS.find((one) => one.id === id) ?? PLANTS[0];
const price = (line) => (plant(line.id).price + SIZES[line.size][1]) * line.count;

function element(name, props = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const cart = {
  lines: () => JSON.parse(localStorage.getItem("fernway:cart") ?? "[]"),
  save(lines) {
    localStorage.setItem("fernway:cart", JSON.stringify(lines));
    showCount();
  },
  add(id, size, count) {
    const lines = cart.lines();
    const same = lines.find((line) => line.id === id && line.size === size);
    if (same) same.count += count;
    else lines.push({ id, size, count });
    cart.save(lines);
  },
  total: () => cart.lines().reduce((sum, line) => sum + price(line), 0),
};

function showCount() {
  $("count").textContent = cart.lines().reduce((sum, { count }) => sum + count, 0);
}

function showCatalogue(light) {
  $("catalogue").replaceChildren(
    ...PLANTS.filter((one) => !light || one.light === light).map(({ id, name, price, light }) =>
      element(
        "li",
        {},
        element(
          "a",
          { href: `product.html?plant=${id}` },
          element("img", { src: `img/${id}.svg`, alt: "" }),
          element("strong", {}, name),
          element("span", { class: "soft" }, LIGHT[light]),
          element("span", { class: "price" }, money(price)),
        ),
      ),
    ),
  );
}

function showProduct() {
  const { id, name, price, light, text } = plant(new URLSearchParams(location.search).get("plant"));
  document.title = `${name} · Fernway`;
  $("crumb").textContent = name;
  const size = element(
    "select",
    { id: "size" },
    ...Object.entries(SIZES).map(([key, [label]]) => element("option", { value: key }, label)),
  );
  const count = element("input", { id: "amount", type: "number", min: 1, max: 9, value: 1 });
  const total = element("span", { class: "price", id: "price" });
  const added = element("p", { class: "added", role: "status" });
  const update = () => (total.textContent = money((price + SIZES[size.value][1]) * (Number(count.value) || 1)));
  size.addEventListener("change", update);
  count.addEventListener("input", update);
  update();
  const form = element(
    "form",
    {
      class: "form",
      submit: (event) => {
        event.preventDefault();
        cart.add(id, size.value, Number(count.value) || 1);
        added.replaceChildren("In your cart. ", element("a", { href: "cart.html" }, "Go to the cart"));
      },
    },
    element("div", { class: "two" }, element("label", {}, "Size ", size), element("label", {}, "How many ", count)),
    element("button", { class: "button", type: "submit", id: "add" }, "Add to cart"),
    added,
  );
  $("product").replaceChildren(
    element("figure", {}, element("img", { src: `img/${id}.svg`, alt: name })),
    element(
      "div",
      {},
      element("p", { class: "eyebrow" }, LIGHT[light]),
      element("h1", {}, name),
      total,
      element("p", { class: "lead" }, text),
      form,
    ),
  );
}

function showCart() {
  const lines = cart.lines();
  const change = (index, count) => {
    const next = cart.lines();
    if (count < 1) next.splice(index, 1);
    else next[index].count = Math.min(9, count);
    cart.save(next);
    showCart();
  };
  if (!lines.length) {
    $("cart").replaceChildren(
      element(
        "div",
        { class: "card thanks" },
        element("p", { class: "lead" }, "Nothing in here yet."),
        element("a", { class: "button", href: "./" }, "See the plants"),
      ),
    );
    return;
  }
  $("cart").replaceChildren(
    element(
      "ul",
      { class: "lines card" },
      ...lines.map((line, index) =>
        element(
          "li",
          {},
          element("img", { src: `img/${line.id}.svg`, alt: "" }),
          element(
            "div",
            {},
            element("strong", {}, plant(line.id).name),
            element("span", { class: "soft" }, SIZES[line.size][0]),
          ),
          element(
            "div",
            { class: "steps" },
            element(
              "button",
              { type: "button", "aria-label": "One less", click: () => change(index, line.count - 1) },
              "−",
            ),
            element("span", {}, String(line.count)),
            element(
              "button",
              { type: "button", "aria-label": "One more", click: () => change(index, line.count + 1) },
              "+",
            ),
          ),
          element("span", { class: "price" }, money(price(line))),
        ),
      ),
    ),
    element("p", { class: "total" }, "Together ", element("strong", {}, money(cart.total()))),
    element(
      "p",
      { class: "go" },
      element("a", { class: "button", href: "checkout.html", id: "to-checkout" }, "Go to checkout"),
    ),
  );
}

function showSummary() {
  $("summary").replaceChildren(
    ...cart
      .lines()
      .map((line) =>
        element("p", {}, `${line.count} × ${plant(line.id).name}`, element("span", {}, money(price(line)))),
      ),
    element("p", { class: "total" }, "Together", element("strong", {}, money(cart.total()))),
  );
}

showCount();

if ($("catalogue")) {
  showCatalogue("");
  for (const chip of $("chips").children) {
    chip.addEventListener("click", () => {
      for (const one of $("chips").children) one.setAttribute("aria-pressed", String(one === chip));
      showCatalogue(chip.dataset.light);
    });
  }
}
if ($("product")) showProduct();
if ($("cart")) showCart();
if ($("summary")) showSummary();

$("contact")?.addEventListener("submit", (event) => {
  event.preventDefault();
  $("sender").textContent = new FormData(event.target).get("name");
  event.target.hidden = true;
  $("sent").hidden = false;
  $("sent").focus();
});

$("checkout")?.addEventListener("submit", (event) => {
  event.preventDefault();
  cart.save([]);
  location.assign("thanks.html");
});

$("show")?.addEventListener("click", ({ currentTarget: button }) => {
  const field = $("password");
  const shown = field.type === "text";
  field.type = shown ? "password" : "text";
  button.textContent = shown ? "Show" : "Hide";
  button.setAttribute("aria-pressed", String(!shown));
});
