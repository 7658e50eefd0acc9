export const CSS = `
.panel { position: fixed; right: max(20px, env(safe-area-inset-right)); bottom: calc(max(20px, env(safe-area-inset-bottom)) + 72px);
  width: 380px; height: min(620px, calc(100dvh - 120px)); display: grid; grid-template-rows: auto 1fr auto; overflow: hidden;
  border-radius: 20px; background: var(--surface); color: var(--text); box-shadow: var(--shadow); font: 400 15px/1.45 var(--font);
  text-align: start; transform-origin: 100% 100%; animation: open .22s cubic-bezier(.2,.8,.3,1) both; }
@keyframes open { from { opacity: 0; transform: translateY(12px) scale(.97); } }

header { display: flex; align-items: center; gap: 12px; padding: 16px 12px 16px 18px; border-bottom: 1px solid var(--line); }
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
.tool:hover { background: var(--raised); color: var(--text); }
.end { flex: none; padding: 7px 11px; border-radius: 10px; color: var(--soft); font-size: 13px; font-weight: 550; }
.end:hover { background: var(--raised); color: var(--danger); }
.tool svg { width: 20px; height: 20px; }

.log { overflow-y: auto; overscroll-behavior: contain; padding: 18px; display: flex; flex-direction: column; scrollbar-width: thin; }
.hello { overflow-y: auto; padding: 26px 22px; }
.hello h3 { margin: 0 0 6px; font: 650 24px/1.2 var(--font); letter-spacing: -.02em; }
.hello p { margin: 0 0 20px; color: var(--soft); }
label { display: block; font-size: 13px; font-weight: 550; margin-bottom: 6px; }
label i { font-style: normal; font-weight: 400; color: var(--soft); }
.name { width: 100%; padding: 10px 12px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); color: inherit;
  font: inherit; }
.name:focus { outline: 2px solid var(--focus); outline-offset: -1px; }

.message { max-width: 84%; margin-top: 3px; align-self: flex-start; animation: come .18s ease-out both; }
.message.first { margin-top: 14px; }
.message.mine { align-self: flex-end; }
@keyframes come { from { opacity: 0; transform: translateY(6px); } }
.by { color: var(--soft); font-size: 12px; margin: 0 0 4px 12px; }
.text { padding: 9px 13px; border-radius: 16px; background: var(--raised); overflow-wrap: anywhere; white-space: pre-wrap; }
.mine .text { background: var(--accent); color: var(--on-accent); }
.message:not(.mine) .text { border-bottom-left-radius: 5px; }
.mine .text { border-bottom-right-radius: 5px; }
.text a { color: inherit; text-decoration: underline; text-underline-offset: 2px; }
.sending .text { opacity: .65; }
.failed .text { background: color-mix(in srgb, var(--danger) 12%, transparent); color: var(--text); }
.note { color: var(--soft); font-size: 12px; margin: 4px 12px 0; }
.mine .note { text-align: end; }
.failed .note { color: var(--danger); }
.note button { font-weight: 600; text-decoration: underline; text-underline-offset: 2px; margin-inline-start: 6px; }

form { display: flex; align-items: flex-end; gap: 8px; margin: 0 12px 12px; padding: 6px 6px 6px 14px; border: 1px solid var(--line);
  border-radius: 16px; background: var(--surface); transition: border-color .15s, box-shadow .15s; }
form:focus-within { border-color: var(--focus); box-shadow: 0 0 0 3px color-mix(in srgb, var(--focus) 20%, transparent); }
textarea { flex: 1; min-width: 0; max-height: 132px; padding: 8px 0; border: 0; outline: 0; resize: none; background: none; color: inherit;
  font: 400 15px/1.4 var(--font); field-sizing: content; }
textarea:focus-visible { outline: 0; }
textarea::placeholder, .name::placeholder { color: var(--soft); opacity: 1; }
.send { flex: none; width: 38px; height: 38px; border-radius: 11px; display: grid; place-items: center; background: var(--accent);
  color: var(--on-accent); transition: opacity .15s, background .15s; }
.send:hover { background: var(--accent-strong); }
.send[aria-disabled=true] { opacity: .35; cursor: default; }
.send svg { width: 19px; height: 19px; }

.over { margin: 0 12px 12px; padding: 14px; border-radius: 16px; background: var(--raised); text-align: center; }
.over p { margin: 0 0 12px; color: var(--soft); }
.over button { padding: 10px 16px; border-radius: 11px; font-weight: 600; }
.main { background: var(--accent); color: var(--on-accent); }
.main:hover { background: var(--accent-strong); }
.plain { background: var(--surface); border: 1px solid var(--line); margin-inline-end: 8px; }

@media (max-width: 480px) {
  .panel { inset: 0; width: auto; height: 100dvh; border-radius: 0; padding-top: env(safe-area-inset-top); padding-bottom: env(safe-area-inset-bottom); }
  .panel.below { top: 68px; height: auto; border-radius: 18px 18px 0 0; }
  textarea, .name { font-size: 16px; }
}
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
