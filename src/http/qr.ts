import qrcode from 'qrcode-generator';

/** A link as a QR code, an element of a page. */
export function qrSvg(link: string): string {
  const qr = qrcode(0, 'M');
  qr.addData(link);
  qr.make();
  const svg = qr.createSvgTag({ scalable: true, margin: 8 });
  return `<div class="qr" role="img" aria-label="Código QR: abre WhatsApp con el mensaje escrito">${svg}</div>`;
}
