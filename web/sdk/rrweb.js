// How rrweb is built into the recorder: without what it never does here, and with two openings that it does not offer.

/** Where a change of rrweb would make a cut miss: rather no build than a wrong one. */
function cut(code, from, to, put) {
  const start = code.indexOf(from);
  const end = code.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`@rrweb/record has changed: look where "${from}" is now`);
  return code.slice(0, start) + put + code.slice(end);
}

/**
 * - Canvases are never recorded as commands, since replaying them would run the page's drawing in the console.
 * - What frames of other origins say is never taken from `message` events, which any frame could send (see frames.ts).
 * - `record.part(node)` writes one part of the page down again, under the ids it has.
 * - `record.spent` counts the milliseconds that rrweb has used.
 */
export const leanRrweb = {
  name: "lean-rrweb",
  transform(code, id) {
    if (!id.includes("@rrweb/record/dist/record.js")) return null;
    let lean = cut(
      code,
      'var chars = "ABCDEFGH',
      "class StylesheetManager {",
      "class CanvasManager { reset() {} freeze() {} unfreeze() {} lock() {} unlock() {} }\n",
    );
    lean = cut(lean, "class CrossOriginIframeMirror {", "class IframeManager {", "class CrossOriginIframeMirror {}\n");
    lean = cut(lean, "  handleMessage(message) {", "class ShadowDomManager {", "}\n");
    lean = cut(lean, "    this.crossOriginIframeStyleMirror = new", "    this.mirror = options.mirror;", "");
    lean = cut(
      lean,
      "const rrwebWrapped = (...rest) => {",
      "  return rrwebWrapped;",
      `const rrwebWrapped = (...rest) => {
    const outermost = !busySince;
    if (outermost) busySince = performance.now();
    try {
      return cb(...rest);
    } catch (error) {
      if (errorHandler && errorHandler(error) === true) return;
      throw error;
    } finally {
      if (outermost) {
        record.spent += performance.now() - busySince;
        busySince = 0;
      }
    }
  };
`,
    );
    lean = lean.replace(
      "doc: n,\n    mirror: mirror2,\n    blockClass,",
      "doc: options.doc || n,\n    mirror: mirror2,\n    blockClass,",
    );
    lean = lean.replace("const node = snapshot(document, {", "const whole = {");
    lean = lean.replace(
      "      keepIframeSrcFn\n    });\n    if (!node) {",
      `      keepIframeSrcFn
    };
    record.part = (root) => snapshot(root, { ...whole, doc: root.ownerDocument });
    const node = snapshot(document, whole);
    if (!node) {`,
    );
    for (const put of ["options.doc || n", "record.part = "])
      if (!lean.includes(put)) throw new Error(`@rrweb/record has changed: "${put}" found no place`);
    return { code: `${lean}\nlet busySince = 0;\nrecord.spent = 0;\n`, map: null };
  },
};
