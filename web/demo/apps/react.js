// A page whose fields React controls: it writes its own values back at each key.
import { createElement as h, useState } from "react";
import { createRoot } from "react-dom/client";

const PLANTS = ["Aloe", "Monstera", "Pilea"];

function Order() {
  const [name, setName] = useState("");
  const [plant, setPlant] = useState("Pilea");
  const [gift, setGift] = useState(false);
  const [orders, setOrders] = useState([]);
  const order = (event) => {
    event.preventDefault();
    setOrders([...orders, `${plant} for ${name}${gift ? ", wrapped" : ""}`]);
    setName("");
  };
  return h(
    "form",
    { onSubmit: order },
    h(
      "label",
      {},
      "Name ",
      h("input", { id: "name", value: name, onChange: (e) => setName(e.target.value.toUpperCase()) }),
    ),
    h(
      "label",
      {},
      "Plant ",
      h(
        "select",
        { id: "plant", value: plant, onChange: (e) => setPlant(e.target.value) },
        PLANTS.map((one) => h("option", { key: one }, one)),
      ),
    ),
    h(
      "label",
      {},
      h("input", { id: "gift", type: "checkbox", checked: gift, onChange: (e) => setGift(e.target.checked) }),
      " A gift",
    ),
    h("button", { id: "order", disabled: !name }, `Order ${plant}`),
    h(
      "ul",
      { id: "orders" },
      orders.map((one, index) => h("li", { key: index }, one)),
    ),
  );
}

createRoot(document.getElementById("app")).render(h(Order));
