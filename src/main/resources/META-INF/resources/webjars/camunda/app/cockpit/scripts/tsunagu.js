// What Cockpit gets from us: the heat of the steps on the diagram of a process, as our own page has it (/oversight), numbers only; and our
// login.
import('/assets/pages/webapp-session.js').catch(() => {});

const SHOWN = [
  { key: 'waitingNow', label: '滞留', corner: { bottom: 8, left: 0 } },
  { key: 'overTarget', label: '目標超過', corner: { top: -16, left: 0 } },
];
const LEVELS = 4;

const style = document.createElement('style');
style.textContent = `
  .tsunagu-heat { padding: 1px 5px; border: 1px solid #7a2e00; border-radius: 3px; background: #fff; color: #3d1700; font-size: 11px; white-space: nowrap; }
  .tsunagu-heat.over { border-width: 2px; font-weight: bold; }
  .tsunagu-heat-1 > .djs-visual > :first-child { fill: #fff3e6 !important; }
  .tsunagu-heat-2 > .djs-visual > :first-child { fill: #ffdcb8 !important; }
  .tsunagu-heat-3 > .djs-visual > :first-child { fill: #ffbd80 !important; }
  .tsunagu-heat-4 > .djs-visual > :first-child { fill: #ff9b47 !important; }
  .tsunagu-heat-note { position: absolute; left: 8px; top: 8px; padding: 4px 8px; background: #fffc; font-size: 12px; }`;
document.head.append(style);

function badge(shown, figure) {
  const element = document.createElement('span');
  element.className = shown.key === 'overTarget' ? 'tsunagu-heat over' : 'tsunagu-heat';
  element.textContent = `${shown.label} ${figure.text}`;
  return element;
}

function note(viewer, text) {
  const element = document.createElement('a');
  element.className = 'tsunagu-heat-note';
  element.href = '/oversight';
  element.textContent = text;
  viewer.get('canvas').getContainer().append(element);
}

function draw(viewer, lines) {
  const elements = viewer.get('elementRegistry');
  const most = Math.max(1, ...lines.map((line) => line.figures.waitingNow?.value ?? 0));
  lines
    .filter((line) => elements.get(line.step))
    .forEach((line) => {
      const waiting = line.figures.waitingNow?.value ?? 0;
      if (waiting > 0) {
        viewer.get('canvas').addMarker(line.step, `tsunagu-heat-${Math.ceil((LEVELS * waiting) / most)}`);
      }
      SHOWN.forEach((shown) => {
        const figure = line.figures[shown.key];
        if (figure?.value) {
          viewer.get('overlays').add(line.step, 'tsunagu-heat', {
            position: shown.corner,
            scale: { min: 0.9 },
            html: badge(shown, figure),
          });
        }
      });
    });
}

const heat = {
  id: 'tsunagu-heat',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 10,
  render: async (viewer, { processDefinitionId }) => {
    try {
      const process = processDefinitionId.split(':')[0];
      const answer = await fetch(`/api/oversight/heat?process=${encodeURIComponent(process)}`, { credentials: 'same-origin' });
      if (!answer.ok) {
        return;
      }
      const { asOf, heat: of } = await answer.json();
      draw(viewer, of.lines);
      note(viewer, `滞留の状況（全ての版、${asOf}）。小さい件数は表示しません。くわしくは「滞留の状況」のページへ`);
    } catch {
      // Cockpit's own diagram works without our numbers
    }
  },
};

export default [heat];
