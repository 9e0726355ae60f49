// 選んだものの設定: only what an administrator decides, in Japanese, from closed lists wherever there is one.
import { getBusinessObject, is, isAny } from './bpmn-kinds.js';
import { KINDS } from './bpmn-tools.js';
import { conditionField } from './condition-field.js';
import { field, h, options } from './dom.js';
import { insertInto } from './insert.js';
import { isId } from './proposed-id.js';

const STEP_MARK = '{step}';
const TASKS = ['userTask', 'serviceTask', 'businessRuleTask', 'callActivity'];
const GATEWAYS = ['exclusiveGateway', 'inclusiveGateway', 'parallelGateway'];
const INSERTED = ['userTask', 'serviceTask', 'businessRuleTask', 'exclusiveGateway', 'timer'];

export class BpmnPanel {
  constructor(modeler, model, place, box) {
    Object.assign(this, { modeler, model, place, box });
    this.lists = model.lists;
    modeler.on('selection.changed', () => this.show());
    modeler.on('elements.changed', ({ elements }) => this.refresh(elements));
    this.show();
  }

  /** The element itself, not its label; the whole diagram if nothing, or several things, are chosen. */
  chosen() {
    const all = this.modeler.get('selection').get();
    const one = all.length === 1 ? all[0] : this.modeler.get('canvas').getRootElement();
    return one.labelTarget ?? one;
  }

  /** What was changed from here need not be shown anew under the typing hands. */
  refresh(elements) {
    if (!this.acting && elements.includes(this.chosen())) {
      this.show();
    }
  }

  act(change, again = false) {
    this.acting = true;
    try {
      change();
    } finally {
      this.acting = false;
    }
    if (again) {
      this.show(true);
    }
  }

  show(keepFocus = false) {
    const focused = keepFocus ? this.box.querySelector(':focus')?.dataset.key : null;
    const element = this.chosen();
    this.box.replaceChildren(...this.parts(element).flat().filter(Boolean));
    if (focused) {
      this.box.querySelector(`[data-key="${focused}"]`)?.focus();
    }
  }

  parts(element) {
    const of = getBusinessObject(element);
    const parts = [h('h2', {}, this.kind(element)), this.name(element), this.id(element)];
    if (is(of, 'bpmn:SequenceFlow')) {
      parts.push(this.flow(element));
    } else if (is(of, 'bpmn:UserTask')) {
      parts.push(this.role(element), this.form(element), this.target(element, '期限'));
    } else if (is(of, 'bpmn:ServiceTask')) {
      parts.push(this.block(element));
    } else if (is(of, 'bpmn:BusinessRuleTask')) {
      parts.push(this.decision(element));
    } else if (is(of, 'bpmn:CallActivity')) {
      parts.push(this.called(element));
    } else if (isAny(of, ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'])) {
      parts.push(this.otherwise(element));
    } else if (this.model.timer(element)) {
      parts.push(this.timer(element));
    }
    parts.push(this.documentation(element), this.replacement(element));
    if (!element.parent) {
      parts.push(h('p', { class: 'hint' }, '図の中の手順や線を選ぶと、ここで設定できます。キーボードでは、上の「名前で選ぶ」から選べます。'));
    }
    return parts;
  }

  kind(element) {
    const of = getBusinessObject(element);
    if (this.model.timer(element)) {
      return is(of, 'bpmn:BoundaryEvent') ? '日が来たら（手順に付くもの）' : '日を待つ';
    }
    const known = KINDS.find(({ shape }) => shape.type === element.type && !shape.eventDefinitionType);
    const others = {
      'bpmn:SequenceFlow': '線（手順の順番）', 'bpmn:StartEvent': '始まり', 'bpmn:EndEvent': '終わり', 'bpmn:Participant': '枠（プール）', 'bpmn:Lane': '担当の帯（レーン）',
      'bpmn:SubProcess': 'まとまり（サブプロセス）', 'bpmn:MessageFlow': 'やりとり', 'bpmn:IntermediateCatchEvent': '待つ', 'bpmn:IntermediateThrowEvent': '飛び先へ',
      'bpmn:BoundaryEvent': '手順に付く出来事', 'bpmn:TextAnnotation': '注記', 'bpmn:Association': '注記の線', 'bpmn:Collaboration': 'この図', 'bpmn:Process': 'この図',
    };
    return known?.label ?? others[element.type] ?? '要素';
  }

  name(element) {
    const of = getBusinessObject(element);
    if (isAny(of, ['bpmn:Collaboration', 'bpmn:TextAnnotation', 'bpmn:Association'])) {
      return null;
    }
    const input = h('textarea', { rows: 2, maxlength: 200, 'data-key': 'name', onchange: () => this.act(() => this.model.rename(element, input.value.trim()), true) });
    input.value = of.name ?? '';
    return field(is(of, 'bpmn:SequenceFlow') ? '線の名前（分かれ道の答え）' : '名前', input);
  }

  id(element) {
    if (!is(element, 'bpmn:FlowNode')) {
      return null;
    }
    const message = h('p', { class: 'field__error', role: 'alert', hidden: true });
    const refuse = (text) => {
      message.textContent = text;
      message.hidden = false;
      input.setAttribute('aria-invalid', 'true');
    };
    const input = h('input', {
      value: element.id, 'data-key': 'id', spellcheck: 'false', autocomplete: 'off',
      onchange: () => {
        const id = input.value.trim();
        if (!isId(id)) {
          refuse('英小文字で始まる英数字にしてください（例 assessHousehold）。');
        } else if (this.model.isTaken(id, element)) {
          refuse('ほかの手順が使っています。別の英字名にしてください。');
        } else if (id !== element.id) {
          this.act(() => this.model.identify(element, id), true);
        }
      },
    });
    return [field('英字名', input, 'ほかの図と期限の表が、この名前で指します。公開した手順では変えないでください。'), message];
  }

  documentation(element) {
    if (!isAny(element, ['bpmn:FlowNode', 'bpmn:Process'])) {
      return null;
    }
    const input = h('textarea', { rows: 4, 'data-key': 'documentation', onchange: () => this.act(() => this.model.document(element, input.value)) });
    input.value = this.model.documentation(element);
    return field('説明・根拠', input, '要領の条や号を書いておくと、根拠をたどれます。');
  }

  role(element) {
    const of = getBusinessObject(element);
    const groups = of.get('camunda:candidateGroups') ?? '';
    if (groups.includes('{')) {
      return h('p', { class: 'field' }, h('strong', {}, '担当する役割'), h('br'), '専決の区分に応じて、判定表「決裁者」で決まります。');
    }
    const chosen = groups.split(',').map((group) => group.trim());
    const boxes = this.lists.roles.map(({ value, label }) => {
      const box = h('input', {
        type: 'checkbox', value, checked: chosen.includes(value), 'data-key': `role-${value}`,
        onchange: () => {
          const ticked = boxes.map((one) => one.querySelector('input')).filter((one) => one.checked).map((one) => one.value);
          this.act(() => this.model.set(element, { 'camunda:candidateGroups': ticked.join(',') || undefined }), true);
        },
      });
      return h('label', { class: 'panel-tick' }, box, label);
    });
    return h('fieldset', { class: 'field' }, h('legend', {}, '担当する役割'), boxes, this.lane(element, chosen));
  }

  /** Where role and lane say different things, and how to make them agree. */
  lane(element, chosen) {
    const { name, roles } = this.model.laneRoles(element);
    if (roles.length === 0) {
      return null;
    }
    if (roles.some((role) => chosen.includes(role))) {
      return h('p', { class: 'hint' }, `「${name}」の帯にあります。`);
    }
    const take = () => this.act(() => this.model.set(element, { 'camunda:candidateGroups': roles[0] }), true);
    return [
      h('p', { class: 'panel-lane' }, `「${name}」の帯にありますが、担当に選ばれていません。`),
      roles.length === 1 ? h('button', { type: 'button', class: 'button button--secondary', 'data-key': 'lane', onclick: take }, '担当を帯に合わせる') : null,
    ];
  }

  form(element) {
    const of = getBusinessObject(element);
    const present = of.get('camunda:formRef') ?? '';
    const made = this.model.forms.map(({ key, title }) => ({ value: key, label: `${title}（保存すると作ります）` }));
    const select = h('select', {
      'data-key': 'form',
      onchange: () => {
        if (select.value === ' new') {
          this.act(() => this.model.makeForm(element, of.name || element.id), true);
          this.place.changed();
        } else {
          this.act(() => this.model.set(element, { 'camunda:formRef': select.value || undefined }), true);
        }
      },
    }, options([...this.lists.forms, ...made], present, '選んでください'), h('option', { value: ' new' }, '新しい入力フォームを作る'));
    const file = this.lists.formFiles[present] && h('p', { class: 'hint' }, h('a', { href: `/procedures/drafts/${this.place.draft}/edit?file=${encodeURIComponent(this.lists.formFiles[present])}` }, 'この入力フォームを開く'));
    return [field('入力フォーム', select), file];
  }

  /** The row of the table of targets, as far as days are counted in it. */
  target(element, title) {
    const step = this.model.rowOf(element);
    const row = this.model.target(step);
    if (row && !['working', 'calendar'].includes(row.unit)) {
      return h('p', { class: 'hint' }, '期限は時刻で決まっています。判定表「手順の期限」で変えます。');
    }
    if (row?.legal) {
      return h('p', { class: 'field' }, h('strong', {}, title), h('br'), `法定の期限: ${row.targetDays}日。変えるときは、判定表「手順の期限」を開いてください。`);
    }
    const present = row ?? { targetDays: '', warningDays: '', escalationDays: '', unit: 'working' };
    const days = {};
    const write = () => {
      const numbers = Object.fromEntries(Object.entries(days).map(([name, input]) => [name, input.value === '' ? null : Number(input.value)]));
      if (numbers.targetDays !== null) {
        numbers.warningDays ??= Math.max(0, numbers.targetDays - 1);
        numbers.escalationDays ??= numbers.targetDays * 2;
        Object.entries(numbers).forEach(([name, value]) => {
          days[name].value = value;
        });
        this.model.setTarget(this.model.rowOf(element), { ...present, ...numbers, unit: unit.value });
        this.place.changed();
      }
    };
    const number = (name, label) => {
      days[name] = h('input', { type: 'number', min: 0, max: 3660, step: 1, value: present[name] ?? '', 'data-key': name, onchange: write });
      return field(label, days[name]);
    };
    const unit = h('select', { 'data-key': 'unit', onchange: write }, options([{ value: 'working', label: '開庁日' }, { value: 'calendar', label: '暦日' }], present.unit));
    return h('fieldset', { class: 'field panel-target' }, h('legend', {}, title),
      h('div', { class: 'panel-days' }, number('targetDays', '目標'), number('warningDays', '注意'), number('escalationDays', '上へ報告'), field('単位', unit)),
      row ? null : h('p', { class: 'hint' }, 'まだ決めていません。目標の日数を入れると、期限の表に行ができます。'));
  }

  block(element) {
    const of = getBusinessObject(element);
    const present = of.get('camunda:delegateExpression') ?? of.get('camunda:expression') ?? '';
    const known = this.lists.blocks.find(({ expression }) => expression === present);
    const description = h('p', { class: 'hint' }, known?.description ?? (present ? '一覧にない処理です。そのまま残すか、一覧から選び直してください。' : '処理を選んでください。'));
    const select = h('select', {
      'data-key': 'block',
      onchange: () => {
        const block = this.lists.blocks.find(({ expression }) => expression === select.value);
        if (block) {
          const { expression, delegate } = block;
          this.act(() => this.model.set(element, { 'camunda:delegateExpression': delegate ? expression : undefined, 'camunda:expression': delegate ? undefined : expression }), true);
        }
      },
    }, options(this.lists.blocks.map(({ expression, name }) => ({ value: expression, label: name })), present, known ? undefined : '選んでください'));
    return [field('処理', select), description];
  }

  decision(element) {
    const of = getBusinessObject(element);
    const present = of.get('camunda:decisionRef') ?? '';
    const select = h('select', {
      'data-key': 'decision',
      onchange: () => this.act(() => this.model.set(element, { 'camunda:decisionRef': select.value || undefined, 'camunda:resultVariable': of.get('camunda:resultVariable') ?? (this.lists.variables.some(({ name }) => name === select.value) ? select.value : undefined) }), true),
    }, options(this.lists.decisions, present, '選んでください'));
    const result = h('select', {
      'data-key': 'result',
      onchange: () => this.act(() => this.model.set(element, { 'camunda:resultVariable': result.value || undefined })),
    }, options(this.lists.variables.map(({ name, label }) => ({ value: name, label })), of.get('camunda:resultVariable') ?? '', '選んでください'));
    return [field('判定表', select), field('結果を入れる項目', result)];
  }

  called(element) {
    const select = h('select', {
      'data-key': 'called',
      onchange: () => this.act(() => this.model.set(element, { calledElement: select.value || undefined })),
    }, options(this.lists.processes, getBusinessObject(element).calledElement ?? '', '選んでください'));
    return field('呼ぶ手続', select, '事件番号と日付は、自動で引き渡します。');
  }

  otherwise(element) {
    const flows = (element.outgoing ?? []).filter((flow) => is(flow, 'bpmn:SequenceFlow'));
    const label = (flow) => `${getBusinessObject(flow).name || '名前のない線'} → ${getBusinessObject(flow.target).name || '名前のない要素'}`;
    const present = flows.find((flow) => this.model.isDefault(flow));
    const select = h('select', {
      'data-key': 'otherwise',
      onchange: () => this.act(() => this.model.setDefault(element, flows.find(({ id }) => id === select.value)), true),
    }, options(flows.map((flow) => ({ value: flow.id, label: label(flow) })), present?.id, '決めていません'));
    return field('どの条件にも当てはまらないとき', select, '条件は、出ていく線を選んで決めます。');
  }

  flow(element) {
    const source = element.source;
    const asks = isAny(source, ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway']) && source.outgoing.length > 1;
    const parts = [];
    if (asks && this.model.isDefault(element)) {
      parts.push(h('p', { class: 'field' }, h('strong', {}, '条件'), h('br'), 'ほかのどの条件にも当てはまらないときに進みます。'));
    } else if (asks) {
      parts.push(conditionField(this.model.condition(element), this.lists.variables, (body) => this.act(() => this.model.setCondition(element, body))));
      parts.push(h('p', {}, h('button', { type: 'button', class: 'button button--secondary', onclick: () => this.act(() => this.model.setDefault(source, element), true) }, '「どれにも当てはまらないとき」にする')));
    }
    const inserts = INSERTED.map((key) => KINDS.find((kind) => kind.key === key));
    parts.push(h('fieldset', { class: 'field panel-insert' }, h('legend', {}, 'この線の途中に入れる'),
      inserts.map((kind) => h('button', { type: 'button', class: 'button button--secondary', 'data-insert': kind.key, onclick: () => this.insert(element, kind) }, kind.label))));
    return parts;
  }

  insert(flow, kind) {
    const placed = insertInto(this.modeler, flow, kind.shape);
    this.modeler.get('canvas').scrollToElement(placed);
    this.box.querySelector('[data-key=name]')?.focus();
  }

  timer(element) {
    const { expression } = this.model.timer(element);
    const step = this.model.rowOf(element);
    const generic = step ? expression.replace(`'${step}'`, `'${STEP_MARK}'`) : expression;
    const known = this.lists.timers.find((timer) => timer.expression === generic);
    const select = h('select', {
      'data-key': 'timer',
      onchange: () => this.act(() => this.model.setTimer(element, select.value.replace(STEP_MARK, step ?? element.id)), true),
    }, options(this.lists.timers.map((timer) => ({ value: timer.expression, label: timer.name })), generic, known ? undefined : '選んでください'));
    return [field('いつ', select), known ? h('p', { class: 'hint' }, known.description) : null, known?.expression.includes(STEP_MARK) ? this.target(element, '日数') : null];
  }

  replacement(element) {
    const kind = KINDS.find(({ shape }) => shape.type === element.type && !shape.eventDefinitionType)?.key;
    const family = [TASKS, GATEWAYS].find((keys) => keys.includes(kind));
    if (!family) {
      return null;
    }
    const select = h('select', { 'data-key': 'kind', onchange: () => this.model.replace(element, select.value) },
      options(KINDS.filter(({ key }) => family.includes(key)).map(({ key, label }) => ({ value: key, label })), kind));
    return field('種類を変える', select);
  }
}
