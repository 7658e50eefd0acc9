// The same in Vue.
import { createApp, h, ref } from "vue";

const PLANTS = ["Aloe", "Monstera", "Pilea"];

createApp({
  setup() {
    const name = ref("");
    const plant = ref("Pilea");
    const gift = ref(false);
    const orders = ref([]);
    const order = (event) => {
      event.preventDefault();
      orders.value.push(`${plant.value} for ${name.value}${gift.value ? ", wrapped" : ""}`);
      name.value = "";
    };
    return () =>
      h("form", { onSubmit: order }, [
        h("label", [
          "Name ",
          h("input", { id: "name", value: name.value, onInput: (e) => (name.value = e.target.value.toUpperCase()) }),
        ]),
        h("label", [
          "Plant ",
          h(
            "select",
            { id: "plant", value: plant.value, onChange: (e) => (plant.value = e.target.value) },
            PLANTS.map((one) => h("option", { value: one }, one)),
          ),
        ]),
        h("label", [
          h("input", {
            id: "gift",
            type: "checkbox",
            checked: gift.value,
            onChange: (e) => (gift.value = e.target.checked),
          }),
          " A gift",
        ]),
        h("button", { id: "order", disabled: !name.value }, `Order ${plant.value}`),
        h(
          "ul",
          { id: "orders" },
          orders.value.map((one) => h("li", one)),
        ),
      ]);
  },
}).mount("#app");
