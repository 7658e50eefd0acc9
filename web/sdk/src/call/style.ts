/** What all cards about calls look like: at the lower left, on a phone at the top. */
export const CARD = `
:host { inset: 0 !important; width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important;
  border: 0 !important; background: none !important; overflow: visible !important; pointer-events: none !important; }
.card { position: fixed; left: max(20px, env(safe-area-inset-left)); bottom: max(20px, env(safe-area-inset-bottom));
  width: min(348px, calc(100vw - 24px)); max-height: calc(100dvh - 40px); overflow: auto; padding: 16px 18px; border-radius: 18px;
  background: var(--surface); color: var(--text); box-shadow: var(--shadow); font: 400 15px/1.45 var(--font); text-align: start;
  pointer-events: auto; animation: in .22s cubic-bezier(.2,.8,.3,1) both; }
.card:focus { outline: none; }
@keyframes in { from { opacity: 0; transform: translateY(10px); } }
h2 { margin: 0; font: 650 16px/1.3 var(--font); overflow-wrap: anywhere; }
p { margin: 4px 0 0; color: var(--soft); font-size: 14px; }
.answers { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 14px; }
.answers button { flex: 1 1 auto; }
.main, .plain, .end { padding: 10px 16px; border-radius: 12px; font-weight: 600; text-align: center; transition: background .15s; }
.main { background: var(--accent); color: var(--on-accent); }
.main:hover { background: var(--accent-strong); }
.plain { background: var(--raised); }
.plain:hover { background: var(--line); }
.end { background: #c2332e; color: #fff; }
.end:hover { background: #a22722; }
@media (max-width: 480px) {
  .card { left: 10px; right: 10px; width: auto; bottom: auto; top: max(8px, env(safe-area-inset-top)); max-height: calc(100dvh - 16px); }
  .card.below { top: auto; bottom: calc(max(8px, env(safe-area-inset-bottom)) + 72px); }
}
`;

export const CALL = `
.card > div:not([hidden]) ~ div { margin-top: 12px; }
label { display: block; margin-top: 10px; font-size: 13px; font-weight: 600; }
label i { font-style: normal; font-weight: 400; color: var(--soft); }
input, select { display: block; width: 100%; margin-top: 4px; padding: 9px 11px; border: 1px solid #8b94a3; border-radius: 10px;
  background: var(--surface); color: inherit; font: 400 15px/1.4 var(--font); }
.trouble { padding: 10px 12px; border-radius: 12px; background: var(--raised); }
.trouble b { display: block; }
.trouble span { display: block; font-size: 14px; color: var(--soft); }
.trouble button { margin-top: 8px; padding: 7px 12px; border-radius: 10px; font-weight: 600; background: var(--accent); color: var(--on-accent); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.complaint { color: var(--danger); }
.check { display: inline-block; margin-top: 12px; color: var(--accent); font-size: 14px; }

.row { display: grid; gap: 12px; }
.head { display: flex; align-items: center; gap: 10px; }
.who { flex: 1; min-width: 0; }
.who span { display: block; font-size: 13px; color: var(--soft); }
.facts { flex: none; text-align: end; font-size: 13px; font-variant-numeric: tabular-nums; }
.quality { display: flex; align-items: center; justify-content: end; gap: 6px; color: var(--soft); }
.bars { display: inline-flex; align-items: end; gap: 2px; height: 12px; }
.bars i { width: 3px; border-radius: 1px; background: var(--line); }
.bars i:nth-child(1) { height: 4px; } .bars i:nth-child(2) { height: 6px; } .bars i:nth-child(3) { height: 8px; }
.bars i:nth-child(4) { height: 10px; } .bars i:nth-child(5) { height: 12px; }
.bars i.on { background: var(--good); }
.poor .bars i.on { background: var(--danger); }

.tools { display: flex; flex-wrap: wrap; gap: 8px; }
.tools button { width: 44px; height: 44px; border-radius: 50%; display: grid; place-items: center; background: var(--raised);
  transition: background .15s; }
.tools button:not([aria-pressed=true], [aria-expanded=true]):hover { background: var(--line); }
.tools [aria-pressed=true], .tools [aria-expanded=true] { background: var(--text); color: var(--surface); }
.tools .end { width: auto; flex: 1; padding: 0 16px; border-radius: 22px; display: flex; align-items: center; justify-content: center; gap: 8px;
  background: #c2332e; color: #fff; }
.tools .end:hover { background: #a22722; }
.tools svg { width: 20px; height: 20px; }

.pictures { position: relative; border-radius: 12px; overflow: hidden; background: #000; }
.pictures video { display: block; width: 100%; max-height: 40vh; min-height: 60px; object-fit: contain; }
.pictures video + video:not(.alone) { position: absolute; right: 8px; bottom: 8px; width: 88px; min-height: 0; border-radius: 8px;
  box-shadow: 0 0 0 2px rgb(255 255 255 / .8); }
.mirrored { transform: scaleX(-1); }
.pictures button { position: absolute; top: 6px; right: 6px; width: 36px; height: 36px; border-radius: 50%; display: grid; place-items: center;
  background: rgb(12 16 24 / .72); color: #fff; }
.pictures button svg { width: 18px; height: 18px; }
.card.large { width: min(960px, calc(100vw - 40px)); }
.card.large .pictures video:first-child { max-height: 70vh; }
meter { display: block; width: 100%; height: 12px; margin-top: 6px; }
@media (max-width: 480px) {
  .card.large { width: auto; }
  /* One line, so that the chat's own head stays free; the rest comes with the last button. */
  .card:not(.open) > .row { grid-template-columns: minmax(0, 1fr) auto; align-items: center; }
  .card:not(.open):has(> .row) { padding: 8px 8px 8px 16px; }
  .card:not(.open) :is(.quality, [data-testid=rs-call-hold], [data-testid=rs-call-camera], [data-testid=rs-call-screen], .end span) {
    display: none; }
  .card:not(.open) .tools { flex-wrap: nowrap; }
  .card:not(.open) .tools .end { width: 44px; flex: none; padding: 0; }
  .card:not(.open) .who :is(h2, span) { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .waiting:not(:has(> form), :has(> .trouble:not([hidden]))) { padding: 10px 12px; }
  .waiting:not(:has(> form)) h2 { font-size: 14px; }
  .waiting:not(:has(> form)) :is(p:not(.complaint), .check) { display: none; }
  .waiting:not(:has(> form)) > .answers { flex-wrap: nowrap; margin-top: 8px; }
  .waiting:not(:has(> form)) > .answers button { padding: 8px 10px; font-size: 13px; line-height: 1.2; }
}
`;
