// Tries what a hostile frame would: to speak in the name of the recorder.
const forged = {
  type: 3,
  timestamp: Date.now(),
  data: { source: 0, adds: [], removes: [], attributes: [], texts: [{ id: 5, value: "forged" }] },
};
for (const delay of [0, 500, 1500, 3000]) {
  setTimeout(() => {
    parent.postMessage({ type: "rrweb", origin: location.origin, event: forged, isCheckout: false }, "*");
    parent.postMessage({ remoteSupport: "here" }, "*");
    parent.postMessage({ events: [forged] }, "*");
  }, delay);
}
addEventListener("message", ({ ports }) => {
  for (const port of ports) port.postMessage({ events: [forged] });
  if (ports.length) document.body.append("foreign frame was let in");
});
