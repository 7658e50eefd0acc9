/** What is around a chat: the greeting, the rating, and the chats of before. */
export const PAGES = `
.hello, .list { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 24px 22px; scrollbar-width: thin; }
.hello h3 { margin: 0 0 6px; font: 650 24px/1.2 var(--font); letter-spacing: -.02em; }
.hello p { margin: 0 0 20px; color: var(--soft); }
.hello .complaint { margin-bottom: 12px; color: var(--danger); }
.hello .thanks { margin: 0; color: var(--good); }
.leave .main { margin-bottom: 14px; }
.last { margin: 4px 0 14px; padding: 16px; border-radius: 16px; background: var(--raised); text-align: center; }

.rating fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
.rating legend { width: 100%; padding: 0; margin-bottom: 4px; font-weight: 600; text-align: center; }
.stars { display: flex; justify-content: center; }
.stars label { margin: 0; padding: 5px; border-radius: 10px; cursor: pointer; color: var(--edge); position: relative; }
.stars svg { display: block; width: 30px; height: 30px; transition: transform .12s; }
.stars label:hover svg { transform: scale(1.12); }
.stars label:focus-within { outline: 2px solid var(--focus); outline-offset: -2px; }
.lit, svg.lit { color: #b7791f; }
.stars .lit svg, svg.lit { fill: #f0b43c; color: #b7791f; }
.rating .verdict { min-height: 21px; margin: 2px 0 8px; font-size: 13px; }
.rating textarea { display: block; width: 100%; margin-bottom: 10px; padding: 10px 12px; border: 1px solid var(--edge); border-radius: 10px; background: var(--surface);
  color: inherit; font: 400 15px/1.4 var(--font); resize: none; }
.rating .main { width: 100%; margin-bottom: 8px; }
.over .thanks { margin-bottom: 8px; color: var(--good); }
.given { display: inline-flex; flex: none; color: var(--edge); }
.given svg { width: 16px; height: 16px; }
.transcript { display: flex; flex-wrap: wrap; justify-content: center; gap: 0 18px; margin-bottom: 6px; }
.transcript p { flex-basis: 100%; margin: 4px 0 8px; }

.list { padding: 12px; }
.list:focus { outline: none; }
.list section { margin-bottom: 14px; }
.list h3 { margin: 6px 10px; font: 600 12px/1.5 var(--font); color: var(--soft); letter-spacing: .02em; }
.list ul { list-style: none; margin: 0; padding: 0; }
.list > .link { margin: 0 10px; }
.row, summary { display: flex; align-items: center; gap: 10px; width: 100%; padding: 10px; border-radius: 12px; text-align: start; cursor: pointer; }
.row:hover, summary:hover { background: var(--raised); }
summary { list-style: none; }
summary::-webkit-details-marker { display: none; }
summary svg { flex: none; width: 18px; height: 18px; color: var(--soft); transition: transform .15s; }
[open] > summary svg { transform: rotate(180deg); }
.ticket ul { margin-inline-start: 10px; border-inline-start: 2px solid var(--line); }
.badge { flex: none; padding: 2px 10px; border-radius: 999px; font-size: 12px; font-weight: 600; background: var(--raised); color: var(--soft); }
.badge.active, .badge.interrupted { background: color-mix(in srgb, var(--good) 14%, var(--surface)); color: color-mix(in srgb, var(--good) 75%, var(--text)); }
.badge.queued, .badge.requested, .badge.offered { background: color-mix(in srgb, #e2a03f 18%, var(--surface)); color: var(--text); }
.empty { margin: 24px 10px; color: var(--soft); text-align: center; }

.past { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.past .ticks { display: none; }
.stamp { margin: 0; padding: 10px 18px; border-bottom: 1px solid var(--line); color: var(--soft); font-size: 13px; text-align: center; }
.after { flex: none; padding: 12px 18px; border-top: 1px solid var(--line); text-align: center; }
.after > .given { margin: 4px; }
`;
