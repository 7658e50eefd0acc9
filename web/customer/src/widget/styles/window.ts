/** The window: its frame, its head, and what all parts share. */
export const WINDOW = `
.panel { position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: calc(max(20px, env(safe-area-inset-bottom)) + 72px);
  width: 384px; height: min(640px, calc(100dvh - 120px)); display: flex; flex-direction: column; overflow: hidden;
  border-radius: 20px; background: var(--surface); color: var(--text); box-shadow: var(--shadow); font: 400 15px/1.45 var(--font);
  text-align: start; transform-origin: 100% 100%; animation: open .22s cubic-bezier(.2,.8,.3,1) both; }
@keyframes open { from { opacity: 0; transform: translateY(12px) scale(.97); } }

header { flex: none; display: flex; align-items: center; gap: 10px; min-height: 73px; padding: 14px 12px 14px 18px;
  border-bottom: 1px solid var(--line); }
.face { flex: none; width: 40px; height: 40px; border-radius: 12px; display: grid; place-items: center; color: var(--on-accent);
  background: linear-gradient(140deg, var(--accent), var(--accent-strong)); font: 650 17px/1 var(--font); }
.who { flex: 1; min-width: 0; }
h2 { margin: 0; font: 650 16px/1.3 var(--font); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.status { color: var(--soft); font-size: 13px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.status::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-inline-end: 7px; border-radius: 50%;
  background: var(--tone, var(--soft)); }
.live { --tone: var(--good); }
.soon { --tone: #e2a03f; }
.tool { flex: none; width: 36px; height: 36px; border-radius: 10px; display: grid; place-items: center; color: var(--soft); }
.tool:hover, .tool[aria-expanded=true] { background: var(--raised); color: var(--text); }
.tool svg { width: 20px; height: 20px; }
header .tool:first-child { margin-inline-start: -8px; }

.holder { position: relative; }
.menu { position: absolute; top: 42px; right: 0; z-index: 2; min-width: 220px; padding: 6px; border-radius: 14px;
  background: var(--surface); box-shadow: var(--shadow); }
.menu button { display: flex; align-items: center; gap: 10px; width: 100%; padding: 10px 12px; border-radius: 9px; text-align: start;
  white-space: nowrap; }
.menu button:hover { background: var(--raised); }
.menu svg { width: 18px; height: 18px; color: var(--soft); }
.menu .end, .menu .end svg { color: var(--danger); }

.dropping { position: absolute; inset: 10px; z-index: 3; display: grid; place-items: center; border: 2px dashed var(--accent);
  border-radius: 14px; background: color-mix(in srgb, var(--surface) 90%, transparent); color: var(--accent); font-weight: 600;
  pointer-events: none; }

.main { padding: 10px 16px; border-radius: 11px; background: var(--accent); color: var(--on-accent); font-weight: 600;
  transition: background .15s; }
.main:hover { background: var(--accent-strong); }
.main:disabled { opacity: .55; cursor: default; }
.plain { padding: 10px 16px; border-radius: 11px; font-weight: 600; background: var(--surface); border: 1px solid var(--line); }
.wide { display: block; width: 100%; }
.link { display: inline-flex; align-items: center; gap: 8px; padding: 8px 0; color: var(--accent); font-weight: 600; }
.link:hover { color: var(--accent-strong); text-decoration: underline; text-underline-offset: 3px; }
.link svg { width: 18px; height: 18px; }
label { display: block; font-size: 13px; font-weight: 600; margin-bottom: 14px; }
label i { font-style: normal; font-weight: 400; color: var(--soft); }
.field { display: block; width: 100%; margin: 6px 0 0; padding: 10px 12px; border: 1px solid var(--edge); border-radius: 10px;
  background: var(--surface); color: inherit; font: 400 15px/1.4 var(--font); resize: none; }
.field:focus { outline: 2px solid var(--focus); outline-offset: -1px; }
.field[aria-invalid=true] { border-color: var(--danger); }
::placeholder { color: var(--soft); opacity: 1; }
.complaint { margin: 0 0 12px; color: var(--danger); font-size: 13px; }
.complaint.top { margin: 10px 18px 0; }
label + .complaint { margin-top: -8px; }
.thanks { margin: 0; color: var(--good); font-weight: 600; }
:host { --edge: #8b94a3; }
@media (prefers-color-scheme: dark) { :host { --edge: #6b7485; } }

/* The bar that says who looks stands over the page's top: the head of the window keeps clear of it. */
@media (min-width: 481px) { .panel.below { max-height: calc(100dvh - 164px); } }

@media (max-width: 480px) {
  .panel { inset: auto 0; top: var(--top, 0); bottom: auto; width: auto; height: var(--high, 100dvh); border-radius: 0;
    padding-top: env(safe-area-inset-top); padding-bottom: env(safe-area-inset-bottom); }
  .panel.below { top: calc(var(--top, 0px) + 68px); height: calc(var(--high, 100dvh) - 68px); border-radius: 18px 18px 0 0; }
  .field, textarea { font-size: 16px !important; }
  .tool { width: 42px; height: 42px; }
}
`;
