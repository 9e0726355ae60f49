// The diagram with its heat as a file, with a head that says what it is and what the levels stand for.
import { made, swatch } from './heat.js';

const HEAD = 130;

/** @param lines what the picture is of; @param legend texts of the levels */
export function picture(xml, lines, legend) {
  const svg = new DOMParser().parseFromString(xml, 'image/svg+xml').documentElement;
  const [x, y, width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  const wide = Math.max(width, 900);
  svg.setAttribute('viewBox', `${x} ${y - HEAD} ${wide} ${height + HEAD}`);
  svg.setAttribute('width', wide);
  svg.setAttribute('height', height + HEAD);
  svg.prepend(made('rect', { x, y: y - HEAD, width: wide, height: height + HEAD, fill: '#fff' }));
  const text = (left, top, words, size, weight) =>
    made('text', { x: left, y: top, 'font-size': size, 'font-weight': weight, 'font-family': 'sans-serif', fill: '#1a1a1a' }, words);
  lines.forEach((line, i) => svg.append(text(x + 10, y - HEAD + 26 + i * 22, line, i === 0 ? 20 : 14, i === 0 ? 700 : 400)));
  let left = x + 10;
  legend.forEach(({ level, words }) => {
    const sign = swatch(level);
    sign.setAttribute('x', left);
    sign.setAttribute('y', y - 34);
    sign.setAttribute('width', 40);
    sign.setAttribute('height', 20);
    svg.append(sign, text(left + 48, y - 18, words, 14, 400));
    left += 80 + words.length * 14;
  });
  return { xml: new XMLSerializer().serializeToString(svg), width: wide, height: height + HEAD };
}

export async function png({ xml, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(xml)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  // twice as fine, within what browsers can hold
  const scale = Math.min(2, 8000 / Math.max(width, height));
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('png'))), 'image/png'));
}

export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
