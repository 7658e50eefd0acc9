/** The chat that goes on: notices, messages, and where they are written. */
export const TALK = `
.talk { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.notice { flex: none; position: relative; margin: 12px 12px 0; padding: 12px 16px; border-radius: 14px; background: var(--raised); overflow: hidden;
  font-size: 14px; }
.notice b { display: block; font-weight: 650; margin-bottom: 2px; }
.notice span { color: var(--soft); font-size: 13px; }
.moving::after { content: ""; position: absolute; inset: auto 0 0; height: 3px; background: linear-gradient(90deg, transparent, var(--accent), transparent);
  background-size: 40% 100%; background-repeat: no-repeat; animation: wait 2.4s ease-in-out infinite; }
@keyframes wait { from { background-position: -60% 0; } to { background-position: 160% 0; } }
.idle { background: color-mix(in srgb, #e2a03f 16%, var(--surface)); }

.log { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 18px; display: flex; flex-direction: column;
  scrollbar-width: thin; }
.message { max-width: 84%; margin-top: 3px; align-self: flex-start; animation: come .18s ease-out both; }
.message.first { margin-top: 14px; }
.message.mine { align-self: flex-end; }
@keyframes come { from { opacity: 0; transform: translateY(6px); } }
.by { color: var(--soft); font-size: 12px; margin: 0 0 4px 12px; }
.text { width: fit-content; max-width: 100%; padding: 9px 13px; border-radius: 16px; background: var(--raised); overflow-wrap: anywhere; }
.words { white-space: pre-wrap; }
.mine .text { margin-inline-start: auto; background: var(--accent); color: var(--on-accent); }
.message:not(.mine) .text { border-bottom-left-radius: 5px; }
.mine .text { border-bottom-right-radius: 5px; }
.text a { color: inherit; text-decoration: underline; text-underline-offset: 2px; }
.sending .text { opacity: .65; }
.failed .text { background: color-mix(in srgb, var(--danger) 12%, transparent); color: var(--text); }
.note { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; color: var(--soft); font-size: 12px; margin: 4px 12px 0; }
.note:empty { display: none; }
.mine .note { justify-content: flex-end; }
.failed .note { color: var(--danger); }
.note button { font-weight: 600; text-decoration: underline; text-underline-offset: 2px; }
.note progress { width: 72px; height: 6px; accent-color: var(--accent); }
.ticks { display: inline-flex; }
.ticks svg { width: 15px; height: 15px; }
.read .ticks { color: var(--accent); }
.masked { display: flex; gap: 6px; align-items: flex-start; margin: 5px 4px 0; color: var(--soft); font-size: 12px; }
.masked svg { flex: none; width: 15px; height: 15px; margin-top: 1px; color: var(--good); }
.mine .masked { justify-content: flex-end; }

.file { display: flex; align-items: center; gap: 10px; max-width: 100%; text-align: start; }
.file svg { flex: none; width: 22px; height: 22px; }
button.file:hover b { text-decoration: underline; text-underline-offset: 2px; }
.about { flex: 1; min-width: 0; display: block; }
.about b { display: block; font-weight: 600; font-size: 14px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.size { display: block; font-size: 12px; }
.message:not(.mine) .size, .tray .size, .list .size { color: var(--soft); }
.framed { padding: 4px; }
.framed .words { padding: 6px 9px 4px; }
.picture { display: block; border-radius: 12px; overflow: hidden; background: color-mix(in srgb, currentColor 10%, transparent); }
.picture canvas { display: block; max-width: 100%; height: auto; }
.picture:not(.there) canvas { opacity: 0; }

.typing { flex: none; display: flex; align-items: center; gap: 9px; padding: 0 20px 10px; color: var(--soft); font-size: 13px; }
.dots { display: inline-flex; gap: 4px; padding: 9px 11px; border-radius: 14px; background: var(--raised); }
.dots i { width: 6px; height: 6px; border-radius: 50%; background: var(--soft); animation: dot 1.2s infinite; }
.dots i:nth-child(2) { animation-delay: .15s; }
.dots i:nth-child(3) { animation-delay: .3s; }
@keyframes dot { 30% { opacity: .35; transform: translateY(-3px); } 60% { transform: none; } }

.composer { flex: none; position: relative; margin: 0 12px 12px; padding: 6px; border: 1px solid var(--edge); border-radius: 16px;
  background: var(--surface); transition: border-color .15s, box-shadow .15s; }
.composer:focus-within { border-color: var(--focus); box-shadow: 0 0 0 3px color-mix(in srgb, var(--focus) 20%, transparent); }
.line { display: flex; align-items: flex-end; gap: 4px; }
.line textarea { flex: 1; min-width: 0; max-height: 132px; padding: 8px 4px; border: 0; outline: 0; resize: none; background: none;
  color: inherit; font: 400 15px/1.4 var(--font); field-sizing: content; }
.send { flex: none; width: 38px; height: 38px; border-radius: 11px; display: grid; place-items: center; background: var(--accent);
  color: var(--on-accent); transition: opacity .15s, background .15s; }
.send:hover { background: var(--accent-strong); }
.send[aria-disabled=true] { opacity: .4; cursor: default; }
.send svg { width: 19px; height: 19px; }
.composer .complaint { margin: 4px 8px 6px; }

.emoji { position: absolute; right: 0; bottom: calc(100% + 8px); z-index: 2; display: grid; grid-template-columns: repeat(8, 36px); padding: 8px;
  border-radius: 16px; background: var(--surface); box-shadow: var(--shadow); max-height: 280px; overflow-y: auto; }
.emoji button { width: 36px; height: 36px; border-radius: 9px; font: 400 21px/1 "Segoe UI Emoji", "Apple Color Emoji", "Noto Color Emoji", var(--font); }
.emoji button:hover { background: var(--raised); }

.tray { list-style: none; margin: 2px 2px 8px; padding: 0; display: grid; gap: 6px; max-height: 160px; overflow-y: auto; }
.tray li { display: flex; align-items: center; gap: 10px; padding: 6px 6px 6px 8px; border-radius: 11px; background: var(--raised); }
.tray button { flex: none; width: 28px; height: 28px; border-radius: 8px; display: grid; place-items: center; color: var(--soft); }
.tray button:hover { background: var(--line); color: var(--text); }
.tray svg { width: 18px; height: 18px; }
.thumb { flex: none; width: 36px; height: 36px; border-radius: 8px; display: grid; place-items: center; overflow: hidden; background: var(--surface); }
.thumb canvas { width: 36px; height: 36px; object-fit: cover; }

.question, .over { flex: none; margin: 0 12px 12px; padding: 16px; border-radius: 16px; background: var(--raised); text-align: center; }
.question p, .over p { margin: 0 0 12px; color: var(--soft); }
.question .plain { margin-inline-end: 8px; }
.over { max-height: 75%; overflow-y: auto; }
`;
