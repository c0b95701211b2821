// Brings Relevo's chat to another site: a button, and behind it a dialog with the chat's own page in a frame. A frame,
// because then neither the site's style nor its scripts reach the chat, or what she writes there; and the chat can do
// nothing to the site. <script src="https://…/embed.js" data-lang="es" data-label="Chat" defer></script>
(() => {
  const { src, dataset } = document.currentScript;
  const { origin } = new URL(src);
  const language = dataset.lang || (/^en/i.test(document.documentElement.lang) ? 'en' : 'es');
  const words = {
    es: { open: 'Chat', title: 'Chat de Relevo', close: 'Cerrar el chat', alone: 'Abrir el chat en otra pestaña' },
    en: { open: 'Chat', title: 'Relevo chat', close: 'Close the chat', alone: 'Open the chat in another tab' },
  }[language === 'en' ? 'en' : 'es'];
  const address = `${origin}/?lang=${language}`;
  const side = dataset.side === 'left' ? 'left' : 'right';

  const style = `
    * { box-sizing: border-box; font: 600 18px/1.3 system-ui, sans-serif; }
    .open { position: fixed; z-index: 2147483000; bottom: 20px; ${side}: 20px; min-height: 52px; padding: 12px 22px;
      border: 2px solid #fff; border-radius: 26px; background: #5b2a86; color: #fff; cursor: pointer;
      box-shadow: 0 4px 16px #0005; }
    .open:focus-visible, .close:focus-visible, a:focus-visible { outline: 3px solid #5b2a86; outline-offset: 3px; }
    dialog { position: fixed; inset: auto 20px 20px; ${side === 'left' ? 'right' : 'left'}: auto; margin: 0; padding: 0;
      width: 420px; max-width: none; height: 680px; max-height: calc(100% - 40px); overflow: hidden;
      border: 1px solid #857a8c; border-radius: 16px; background: #fffdf9; color: #241b2b; }
    dialog[open] { display: flex; flex-direction: column; }
    dialog::backdrop { background: #0006; }
    .bar { display: flex; justify-content: flex-end; background: #5b2a86; }
    .close { min-height: 44px; padding: 8px 16px; border: 0; background: none; color: #fff; cursor: pointer; }
    .close:focus-visible { outline-color: #fff; outline-offset: -4px; }
    iframe { flex: 1; width: 100%; border: 0; }
    a { margin: 16px; color: #5b2a86; }
    [hidden] { display: none; }
    @media (max-width: 520px) { dialog { inset: 0; width: 100%; height: 100%; max-height: none; border-radius: 0; } }`;

  function made(tag, attributes, children = []) {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children);
    return element;
  }

  const host = made('div', {});
  const root = host.attachShadow({ mode: 'open' });
  const button = made('button', { type: 'button', className: 'open', textContent: dataset.label || words.open });
  const close = made('button', { type: 'button', className: 'close', textContent: words.close });
  const alone = made('a', { href: address, target: '_blank', rel: 'noopener', textContent: words.alone, hidden: true });
  const dialog = made('dialog', { ariaLabel: words.title }, [made('div', { className: 'bar' }, [close]), alone]);
  let frame;

  // The frame is made when it is first wanted: until then the site has loaded this file and nothing else.
  function open() {
    if (!frame) {
      frame = made('iframe', { src: address, title: words.title });
      dialog.append(frame);
      setTimeout(() => {
        alone.hidden = frame.dataset.is === 'here';
      }, 10_000);
    }
    // As a modal dialog the browser keeps the focus in it, closes it at Escape, and gives the focus back.
    dialog.showModal();
    frame.focus();
  }

  button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', open);
  close.addEventListener('click', () => dialog.close());
  // Keys pressed in the frame are heard there only; the chat tells of Escape.
  window.addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || source !== frame?.contentWindow) return;
    if (data?.relevo === 'here') frame.dataset.is = 'here';
    if (data?.relevo === 'close') dialog.close();
  });
  // Sheets made like this pass any policy on styles the site may have.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  root.append(button, dialog);
  document.body.append(host);
})();
