// How rrweb is built into the recorder: without what it never does here, and with two openings that it does not offer.

/** Options that are the same in all our recordings: as constants, so that the build leaves out what they do not ask for. */
const ALWAYS = {
  blockClass: `"rr-block"`,
  ignoreClass: `"rr-ignore"`,
  ignoreSelector: "null",
  maskTextClass: `"rr-mask"`,
  maskTextSelector: "null",
  maskTextFn: "null",
  maskInputOptions: "{ input: true, textarea: true }",
  inlineStylesheet: "true",
  inlineImages: "false",
  recordDOM: "true",
  recordCanvas: "false",
  recordCrossOriginIframes: "false",
  dataURLOptions: "{}",
  collectFonts: "false",
  userTriggeredOnInput: "false",
  keepIframeSrcFn: "() => false",
  ignoreCSSAttributes: "null",
  slimDOMOptions: "null",
  sampling: "null",
  plugins: "null",
  hooks: "null",
  packFn: "null",
  mousemoveWait: "undefined",
  checkoutEveryNms: "0",
  checkoutEveryNth: "0",
  inEmittingFrame: "true",
  passEmitsToParent: "false",
};

/** What there is once in a page, and rrweb hands around all the same. */
const ONCE = [
  "blockSelector",
  "maskInputFn",
  "stylesheetManager",
  "iframeManager",
  "shadowDomManager",
  "processedNodeManager",
];

/** Properties that rrweb alone reads and writes, in no event and on nothing of the browser's: their names can be short. */
export const RRWEB_ALONE = new RegExp(
  `^(${[
    "attributeMap",
    "mapRemoves",
    "movedMap",
    "addedSet",
    "movedSet",
    "droppedSet",
    "removesSubTreeCache",
    "unattachedDoc",
    "processMutation",
    "processMutations",
    "genTextAreaValueMutation",
    "genAdds",
    "idNodeMap",
    "nodeMetaMap",
    "removeNodeFromMap",
    "styleIDMap",
    "idStyleMap",
    "trackedLinkElements",
    "adoptedStyleSheetCb",
    "attachLinkElement",
    "trackLinkElement",
    "trackStylesheetInLinkElement",
    "adoptStyleSheets",
    "styleMirror",
    "nodeMap",
    "inOtherBuffer",
    "shadowDoms",
    "bypassOptions",
    "restoreHandlers",
    "observeAttachShadow",
    "patchAttachShadow",
    "addShadowRoot",
    "loadListener",
    "addLoadListener",
    "attachIframe",
    "addIframe",
    "mutationCb",
    "mousemoveCb",
    "mouseInteractionCb",
    "scrollCb",
    "viewportResizeCb",
    "inputCb",
    "mediaInteractionCb",
    "styleSheetRuleCb",
    "styleDeclarationCb",
    "fontCb",
    "selectionCb",
    "customElementCb",
    "onSerialize",
    "onIframeLoad",
    "onStylesheetLoad",
    "needsMask",
    "cssCaptured",
    "newlyAddedElement",
    "preserveWhiteSpace",
    "skipChild",
    "iframeLoadTimeout",
    "stylesheetLoadTimeout",
    "styleDiff",
    "_unchangedStyles",
    "isFrozen",
    "hasNode",
  ].join("|")})$`,
);

/** Where a change of rrweb would make a change of ours miss: rather no build than a wrong one. */
function moved(what) {
  return new Error(`@rrweb/record has changed: look where "${what}" is now`);
}

function cut(code, from, to, put = "") {
  const start = code.indexOf(from);
  const end = code.indexOf(to, start);
  if (start < 0 || end < 0) throw moved(from);
  return code.slice(0, start) + put + code.slice(end);
}

function change(code, from, put = "") {
  const changed = code.replaceAll(from, put);
  if (changed === code) throw moved(from);
  return changed;
}

/** Takes a name out of all lists, one a line, of options and fields, so that it means the one of the module. */
function unhand(code, name) {
  return code
    .replace(new RegExp(`^ *this\\.${name} = options\\.${name};\\n`, "gm"), "")
    .replace(new RegExp(`\\b(this\\.bypassOptions|this|options|o)\\.${name}\\b`, "g"), name)
    .replace(new RegExp(`^ *("${name}"|${name}(: \\w+)?( = .*?)?),?\\n`, "gm"), "");
}

/** Fields are declared by a function with their names in quotes, for browsers that we do not know. */
function fields(code) {
  return code
    .replace(/^ *__publicField\(this, "\w+"\);\n/gm, "")
    .replace(/__publicField\(this, "(\w+)", /g, "this.$1 = (");
}

/** Without what is recorded in other ways, or not at all. */
function unneeded(code) {
  const nothing = "() => () => {};\n";
  let lean = cut(code, "class CrossOriginIframeMirror {", "class IframeManager {");
  lean = cut(lean, "  handleMessage(message) {", "class ShadowDomManager {", "}\n");
  lean = cut(lean, "    this.crossOriginIframeStyleMirror = new", "    this.mirror = options.mirror;");
  lean = cut(lean, '    __publicField(this, "crossOriginIframeMirror"', '    __publicField(this, "mirror"');
  lean = cut(lean, "    if (iframeEl.contentWindow)\n      this.crossOriginIframeMap", "  }\n  addLoadListener");
  // Canvases as commands would run the page's drawing in the console.
  lean = cut(lean, 'var chars = "ABCDEFGH', "class StylesheetManager {");
  lean = cut(lean, "  canvasManager = new CanvasManager({", "  const shadowDomManager = new");
  lean = change(lean, /^ *this\.canvasManager\.\w+\(\);\n/gm);
  lean = change(lean, /^ *("canvasManager"|canvasManager|canvasMutationCb: \w+),\n/gm);
  lean = cut(lean, "  const wrappedCanvasMutationEmit = ", "  const wrappedAdoptedStyleSheetEmit");
  lean = cut(
    lean,
    "function initMoveObserver({",
    "function initMouseInteractionObserver({",
    `const initMoveObserver = ${nothing}`,
  );
  lean = cut(
    lean,
    "function initMouseInteractionObserver({",
    "function initScrollObserver({",
    `function initMouseInteractionObserver({ mouseInteractionCb, doc }) {
  return on("click", callbackWrapper((event) => {
    const target = getEventTarget(event);
    if (!isBlocked(target, true))
      mouseInteractionCb({ type: 2, id: mirror.getId(target), x: event.clientX, y: event.clientY });
  }), doc);
}
`,
  );
  lean = cut(
    lean,
    "function initFontObserver({",
    "function initSelectionObserver(",
    `const initFontObserver = ${nothing}`,
  );
  lean = cut(lean, "function mergeHooks(", "function initObservers(o, hooks = {})");
  lean = change(lean, "  mergeHooks(o, hooks);\n");
  lean = cut(lean, "  for (const plugin of o.plugins) {", "  return callbackWrapper(() => {\n    mutationBuffers");
  lean = cut(lean, "          plugins: ((_a2 = plugins", "        },\n        hooks\n");
  lean = cut(
    lean,
    "  for (const plugin of plugins || []) {\n    if (plugin.getMirror)",
    "  const processedNodeManager =",
  );
  lean = cut(
    lean,
    "  const eventProcessor = (e) => {",
    "  wrappedEmit = (r, isCheckout)",
    "  const eventProcessor = (e) => e;\n",
  );
  lean = cut(lean, "  const inEmittingFrame = ", "  if (inEmittingFrame && !emit)");
  lean = cut(lean, "  if (mousemoveWait !== void 0", "  mirror.reset();");
  // Fields by the names of options, which are none any more.
  lean = cut(
    lean,
    "  init(options) {",
    "  freeze() {",
    "  init({ mutationCb, doc }) {\n    this.mutationCb = mutationCb;\n    this.doc = doc;\n  }\n",
  );
  // What browsers were before those that this is built for.
  lean = cut(lean, "const DEPARTED_MIRROR_ACCESS_WARNING", "function throttle(");
  lean = cut(lean, "let nowTimestamp = ", "function patch(", "const nowTimestamp = () => Date.now();\n");
  lean = cut(lean, "function polyfill(", "function isSerializedIframe(");
  lean = change(lean, "  polyfill();\n");
  lean = cut(lean, "class BaseRRNode {", "function on(");
  lean = change(
    lean,
    '  if (n instanceof BaseRRNode && "shadowRoot" in n) {\n    return Boolean(n.shadowRoot);\n  }\n',
  );
  // Of what stands in a head, the last look at an event lets next to nothing through.
  lean = cut(lean, "function lowerIfExists(", "function slimDOMDefaults(");
  lean = cut(
    lean,
    "function slimDOMExcluded(",
    "function serializeNodeWithId(",
    `function slimDOMExcluded(sn) {
  return sn.type === NodeType.Comment || sn.tagName === "script" ||
    sn.tagName === "meta" && !/^(viewport|color-scheme)$/i.test(sn.attributes.name);
}
`,
  );
  const whole = (name, value) =>
    `function ${name}(${name === "getWindowScroll" ? "win" : ""}) {\n  return ${value};\n}\n`;
  const page = "win.document.scrollingElement || win.document.documentElement";
  lean = cut(
    lean,
    "function getWindowScroll(",
    "function closestElementOfNode(",
    whole("getWindowScroll", `{ left: (${page}).scrollLeft, top: (${page}).scrollTop }`) +
      whole("getWindowHeight", "innerHeight") +
      whole("getWindowWidth", "innerWidth"),
  );
  lean = cut(
    lean,
    "    if (hasNestedCSSRule(",
    "      const rules = Array.from(\n        childRule.parentRule.cssRules",
    "    if (childRule.parentRule) {\n",
  );
  lean = cut(
    lean,
    "  const supportedNestedCSSRuleTypes = {};",
    "  const unmodifiedFunctions",
    "  const { CSSGroupingRule } = win;\n  const supportedNestedCSSRuleTypes = CSSGroupingRule ? { CSSGroupingRule } : {};\n",
  );
  return numbered(lean);
}

/** Names that stand for numbers, as the numbers. */
function numbered(code) {
  let lean = code;
  for (const [list, name] of code.matchAll(
    /^var (\w+) = \/\* @__PURE__ \*\/ \(\(\w+\) => \{\n[^]*?^\}\)\(\w+ \|\| \{\}\);\n/gm,
  )) {
    const numbers = Object.fromEntries(
      [...list.matchAll(/\["(\w+)"\] = (\d+)\]/g)].map(([, key, number]) => [key, number]),
    );
    lean = lean.replace(list, "").replace(new RegExp(`\\b${name}\\.(\\w+)`, "g"), (_, key) => numbers[key]);
  }
  return lean;
}

/** A page's own calls go on as without us, with all that they throw. */
function passedOn(code) {
  const lean = change(code, /apply: callbackWrapper\(/g, "apply: passing(");
  return `${change(lean, /^ *return target\.apply\(thisArg, argumentsList\);\n/gm)}
function passing(tell) {
  const told = callbackWrapper(tell);
  return (target, thisArg, argumentsList) => {
    told(target, thisArg, argumentsList);
    return target.apply(thisArg, argumentsList);
  };
}
`;
}

/** What is handed from function to function, but never differs, is taken from the module. */
function settled(code) {
  // Arguments, where the place counts, and what is written in one line.
  let lean = change(
    code,
    /needMaskingText\(\s*(n|m\.target),\s*(this\.)?maskTextClass,\s*(this\.)?maskTextSelector,/g,
    "needMaskingText($1,",
  );
  lean = change(lean, "(node, maskTextClass, maskTextSelector, checkAncestors)", "(node, checkAncestors)");
  lean = change(lean, /, (this\.)?blockClass, (this\.)?blockSelector/g);
  lean = change(lean, /, (this\.)?slimDOMOptions\)/g, ")");
  lean = change(lean, /( && )?\bslimDOMOptions\.\w+( && )?/g, (all, before, after) => (before && after ? " && " : ""));
  lean = change(lean, "ignoreCSSAttributes.has(property)", "false");
  lean = change(lean, "sampling.scroll || 100", "50");
  lean = change(lean, "sampling.media || 500", "500");
  lean = change(lean, 'sampling.input === "last" ? ["change"] : ');
  lean = change(lean, ", mirror: mirror2");
  lean = change(lean, ", stylesheetManager }", " }");
  lean = cut(lean, "  const maskInputOptions = maskAllInputs === true", "  return serializeNodeWithId(n, {");
  lean = cut(
    lean,
    "  const maskInputOptions = maskAllInputs === true",
    "  let lastFullSnapshotEvent;",
    "  ({ blockSelector, maskInputFn } = options);\n",
  );
  lean = cut(lean, "function slimDOMDefaults(", "function slimDOMExcluded(");
  lean = change(lean, /^ *(maskAllInputs|slimDOM)(: | = )?\w*,\n/gm);
  lean = change(lean, /^ *(mirror|mirror: (mirror2|this\.mirror)( = new Mirror\(\))?),?\n/gm);
  lean = change(lean, /^ *this\.mirror = options\.mirror;\n/gm);
  lean = change(lean, /\b(this\.mirror|mirror2)\b/g, "mirror");
  for (const name of [...Object.keys(ALWAYS), ...ONCE]) lean = unhand(lean, name);
  for (const name of ONCE.slice(2)) lean = change(lean, `const ${name} = `, `${name} = `);
  const constants = Object.entries(ALWAYS).map(([name, value]) => `const ${name} = ${value};`);
  return `${constants.join("\n")}\nlet ${ONCE.join(", ")};\n${lean}`;
}

/** What we ask of it beyond what it offers. */
function opened(code) {
  let lean = cut(
    code,
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
  lean = change(
    lean,
    "    doc: n,\n    mirror: mirror2,\n    blockClass,",
    "    doc: options.doc || n,\n    mirror: mirror2,\n    blockClass,",
  );
  lean = change(lean, "const node = snapshot(document, {", "const whole = {");
  return change(
    lean,
    "      keepIframeSrcFn\n    });\n    if (!node) {",
    `      keepIframeSrcFn
    };
    record.part = (root) => snapshot(root, { ...whole, doc: root.ownerDocument });
    const node = snapshot(document, whole);
    if (!node) {`,
  );
}

/**
 * - Canvases are never recorded as commands, since replaying them would run the page's drawing in the console.
 * - What frames of other origins say is never taken from `message` events, which any frame could send (see frames.ts).
 * - Options that never change are constants; each `record()` has to give those that do.
 * - `record.part(node)` writes one part of the page down again, under the ids it has.
 * - `record.spent` counts the milliseconds that rrweb has used.
 */
export const leanRrweb = {
  name: "lean-rrweb",
  transform(code, id) {
    if (!id.includes("@rrweb/record/dist/record.js")) return null;
    const lean = fields(settled(passedOn(unneeded(opened(code)))));
    return { code: `${lean}\nlet busySince = 0;\nrecord.spent = 0;\n`, map: null };
  },
};
