import { OWN_UI } from "../dom";
import { MASK, type Privacy } from "./privacy";
import { FULL_SNAPSHOT, INCREMENTAL, INPUT, MUTATION, type RecordedEvent, type Serialized } from "./events";

/**
 * The last look at an event before it leaves: rrweb masks when it serialises, this also covers what only became private
 * later, such as a recorded element that moved into a private one, and values that stand in attributes.
 */
export function redact(
  event: RecordedEvent,
  node: (id: number) => Node | null,
  privacy: Privacy,
): RecordedEvent | undefined {
  if (event.type === FULL_SNAPSHOT) {
    hideValues(event.data.node);
  } else if (event.type === INCREMENTAL) {
    const { data } = event;
    if (data.source === MUTATION) {
      const shown = ({ id }: { id: number }) => !privacy.hidden(node(id));
      data.texts = data.texts.filter(shown);
      data.attributes = data.attributes.filter(shown);
      data.adds = data.adds.filter(({ parentId }) => !privacy.hidden(node(parentId)));
      for (const { node: added } of data.adds) hideValues(added);
      for (const { id, attributes } of data.attributes)
        if (attributes.value) attributes.value = valueOf(id, attributes.value);
    } else if (data.source === INPUT) {
      if (privacy.hidden(node(data.id))) return undefined;
      data.text = valueOf(data.id, data.text) as string;
    }
  }
  return event;

  function hideValues(serialized: Serialized): void {
    if ("attributes" in serialized) {
      // Our own islands take no room in the picture.
      if (serialized.tagName === OWN_UI) serialized.attributes = {};
      const { value } = serialized.attributes;
      if (value) serialized.attributes.value = valueOf(serialized.id, value);
    }
    if ("childNodes" in serialized) serialized.childNodes.forEach(hideValues);
  }

  function valueOf<Value>(id: number, value: Value): Value | string {
    const field = node(id);
    return value && field?.nodeType === Node.ELEMENT_NODE && privacy.secret(field as Element) ? MASK : value;
  }
}
