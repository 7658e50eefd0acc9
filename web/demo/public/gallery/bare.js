// Tries what a hostile frame would: to speak in the name of the recorder.
const forged = {
  type: 3,
  timestamp: Date.now(),
  data: { source: 0, adds: [], removes: [], attributes: [], texts: [{ id: 5, value: "forged" }] },
};
function speak() {
  parent.postMessage({ type: "rrweb", origin: location.origin, event: forged, isCheckout: false }, "*");
  parent.postMessage({ remoteSupport: "here" }, "*");
  parent.postMessage({ events: [forged] }, "*");
}
for (const delay of [0, 500, 1500, 3000]) setTimeout(speak, delay);
addEventListener("message", ({ data, ports }) => {
  if (data?.remoteSupport === "who") speak();
  for (const port of ports) port.postMessage({ events: [forged] });
  if (ports.length) document.body.append("foreign frame was let in");
});
