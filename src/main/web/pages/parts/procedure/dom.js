/** An element with its attributes, listeners ({@code onclick} and the like) and children. Text is never read as HTML. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function options(choices, chosen, none) {
  return [
    none === undefined ? null : h('option', { value: '', selected: !chosen }, none),
    ...choices.map(({ value, label }) => h('option', { value, selected: value === chosen }, label)),
  ];
}

let number = 0;

/** A labelled input; {@code input} gets the id. */
export function field(label, input, hint) {
  const id = `field-${++number}`;
  input.id = id;
  const below = hint ? h('span', { class: 'hint', id: `${id}-hint` }, hint) : null;
  if (below) {
    input.setAttribute('aria-describedby', below.id);
  }
  return h('div', { class: 'field' }, h('label', { for: id }, label), input, below);
}

/** Gives a text to the person as a file. */
export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = h('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
