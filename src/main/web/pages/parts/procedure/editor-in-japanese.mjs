// The form editor, too, speaks English only and has no hook for its texts: the build replaces them, and fails when one is no
// longer there.
const at = (label, english, japanese) => [`${label}: '${english}'`, `${label}: '${japanese}'`];
const label = (english, japanese) => at('label', english, japanese);
const child = (english, japanese) => [`children: "${english}"`, `children: "${japanese}"`];
// some of them end with a full stop, some do not
const returned = (english, japanese) => [new RegExp(`return '${english}\\.?'`, 'g'), `return '${japanese}'`];

const VIEWER = [
  ['Checkbox', 'チェック（一つ）'], ['Checkbox group', '複数選択'], ['Date time', '日付・時刻'], ['Group', 'まとまり'], ['Number', '数字'], ['Radio group', '一つ選択（並べる）'],
  ['Select', '一つ選択（一覧）'], ['Separator', '区切り線'], ['Spacer', '余白'], ['Dynamic list', '繰り返し'], ['Tag list', '複数選択（一覧）'], ['Text view', '説明文'],
  ['Text field', '文字（一行）'], ['Text area', '文章'], ['Table', '表（見るだけ）'],
].map(([english, japanese]) => at('name', english, japanese)).concat([
  ["'Date & Time'", "'日付と時刻'"], ["]: 'Static'", "]: '決まった選択肢'"], ["]: 'Input data'", "]: 'システムから受け取る'"], ["DATETIME_SUBTYPES.DATE]: 'Date'", "DATETIME_SUBTYPES.DATE]: '日付'"],
  ["DATETIME_SUBTYPES.TIME]: 'Time'", "DATETIME_SUBTYPES.TIME]: '時刻'"], ["OPTIONS_SOURCES.EXPRESSION]: 'Expression'", "OPTIONS_SOURCES.EXPRESSION]: '式で決める'"],
]);

const EDITOR = [
  label('Input', '入力'), label('Selection', '選択'), label('Presentation', '見出し・説明'), label('Containers', 'まとめ'), label('Action', '操作'),
  ['title: "Components"', 'title: "部品"'], child('Components', '部品'), ['placeholder: "Search components"', 'placeholder: "部品を探す"'], ['title: "Clear content"', 'title: "消す"'],
  child('No components found.', '部品がありません。'), child('Drag and drop components here.', 'ここに部品を置いてください。'), child('Build your form', '入力フォームを作る'),
  child('Drag and drop components here to start designing.', '左の部品をここに置くと、項目になります。'), child('Use the preview window to test your form.', '「職員に見える形」で、出来上がりを確かめられます。'),
  at('text', 'Select a form field to edit its properties.', '項目を選ぶと、ここで設定できます。'),
  at('text', 'Multiple form fields are selected. Select a single form field to edit its properties.', '項目を一つだけ選んでください。'),
  ['`Create ${getIndefiniteArticle(type)} ${label} element`', '`「${label}」を置く`'], returned('Form', '入力フォーム'), returned('Remove form field', '項目をなくす'), ['`Remove ${entry.label}`', '`「${entry.label}」をなくす`'],
  ['`Minimum ${MIN_COLUMNS} columns are allowed`', '`幅は${MIN_COLUMNS}以上にしてください`'], ['`Maximum ${MAX_COLUMNS} columns are allowed`', '`幅は${MAX_COLUMNS}以下にしてください`'],
  ['`New value exceeds the maximum of ${MAX_COLUMNS_PER_ROW} columns per row`', '`一行の幅は合わせて${MAX_COLUMNS_PER_ROW}までです`'], ['`Maximum ${MAX_FIELDS_PER_ROW} fields per row are allowed`', '`一行に置けるのは${MAX_FIELDS_PER_ROW}項目までです`'],
  label('Field description', '項目の説明'), label('Default value', '最初の値'), label('Checked', '付ける'), label('Not checked', '付けない'), label('Disabled', '使えなくする'), label('ID', '英字名'), label('Key', '項目の英字名'),
  at('description', 'Binds to a form variable', '分かれ道で使う項目は、変数と同じ英字名にします'), label('Path', '入れる場所'), label('Show outline', '枠を示す'), label('Date label', '日付の見出し'), label('Time label', '時刻の見出し'),
  label('Height', '高さ'), label('Text', '文'), label('Decimal digits', '小数の桁数'), label('Increment', '増減の幅'), label('Output as string', '文字として渡す'), at('description', 'Allows arbitrary precision values', '桁の多い数字も正確に渡します'),
  label('Subtype', '日付か時刻か'), label('Use 24h', '24時間で示す'), label('Disallow past dates', '過去の日を選べなくする'), label('Time interval', '時刻の刻み'), label('Time format', '時刻の形'), label('Searchable', '探せるようにする'),
  label('Label', '見出し'), label('Value', '値'), label('Type', '種類'), label('Input values key', '受け取る項目の英字名'), at('description', 'Define which input property to populate the values from', '選択肢を受け取る項目'),
  label('Prefix', '前に付ける文字'), label('Suffix', '単位など'), label('Read only', '見るだけにする'), label('Vertical alignment', '縦の位置'), label('Top', '上'), label('Center', '中央'), label('Bottom', '下'),
  label('Default number of items', '最初の行数'), label('Allow add/delete items', '行を増減できる'), label('Disable collapse', 'たたまない'), label('Number of non-collapsing items', 'たたまずに示す行数'),
  label('Options expression', '選択肢の式'), at('description', 'Define an expression to populate the options from.', '選択肢を求める式'), label('Data source', '元の項目'), at('description', 'Specify the source from which to populate the table', '表に示す項目'),
  label('Pagination', 'ページに分ける'), label('Number of rows per page', '一ページの行数'), label('List of items', '列の一覧'), label('Expression', '式'), label('Column', '列'), label('Columns', '幅（16で一行）'), label('Auto', '自動'),
  label('Version tag', '版の札'), child('Version tag by which this form can be referenced.', 'この入力フォームを指すときの版の札です。'), label('General', '基本'), label('Serialization', '渡す形'), label('Constraints', '制限'), label('Custom', '決めた形'), label('Email', 'メールアドレス'), label('Phone', '電話番号'),
  label('Validation', '入力の確かめ'), label('Required', '必須にする'), label('Minimum length', '最も短い文字数'), label('Maximum length', '最も長い文字数'), label('Custom regular expression', '正規表現'), label('Custom error message', '合わないときの文'),
  label('Minimum', '最小'), label('Maximum', '最大'), label('Validation pattern', '形'), label('Options source', '選択肢の元'), label('Dynamic options', 'システムから受け取る選択肢'), label('Static options', '決まった選択肢'),
  label('Custom properties', '追加の設定'), label('Appearance', '見た目'), label('Layout', '配置'), label('Condition', '示す条件'), label('Headers source', '列の元'), label('Header items', '列'),
  returned('Group label', 'まとまりの見出し'), returned('Table label', '表の見出し'), returned('Title', '題'), returned('Field label', '項目の見出し'), returned('Should be a valid number', '数字にしてください'), returned('Must not be empty', '入力してください'),
  returned('Must be unique', 'ほかと違う名前にしてください'), returned('Must not contain spaces', '空白は使えません'), returned('Must be a variable or a dot separated path', '英字で始まる名前にしてください'), returned('Must not contain numerical path segments', '数字だけの名前は使えません'),
  returned('Must not be a prohibited path', 'この名前は使えません'), ["'Must not conflict with other key/path assignments.'", "'ほかの項目と同じ名前は使えません。'"], returned('Should be an integer', '整数にしてください'), returned('Should be greater than zero', '0より大きい数にしてください'),
  ['`Should be at least ${min}.`', '`${min}以上にしてください。`'], ['`Should be at most ${max}.`', '`${max}以下にしてください。`'], child('Repeatable', '繰り返し'),
  ["tooltip: 'Use a unique \"key\" to link the form element and the related input/output data. When dealing with nested data, break it down in the user task\\'s input mapping before using it.'", "tooltip: '台帳に残すときと、分かれ道の条件で使う名前です。ほかの項目と重ならない英字名にします。'"],
  ["tooltip: 'Disable this field when it should not be interactive for end-users. Its data will not be submitted. This setting takes precedence over read-only.'", "tooltip: '入力できない項目にします。値は送られません。'"],
  ["tooltip: 'Make this field read-only when it cannot be edited by the end-user, but its content is important for them to see. Its data will still be submitted.'", "tooltip: '見るだけの項目にします。値は送られます。'"],
  ["tooltip: 'The error message to display when the input does not match the regular expression.'", "tooltip: '入力が形に合わないときに示す文です。'"],
  ["tooltip: 'Add properties directly to the form schema, useful to configure functionality in custom-built task applications and form renderers.'", "tooltip: 'プログラムが使う設定です。'"],
  ["tooltip: 'Enter a form input variable that contains the data for the table or define an expression to populate the data dynamically.'", "tooltip: '表に示すデータの項目名か式です。'"],
  ["'Routes the children of this component into a form variable, may be left empty to route at the root level.'", "'中の項目を、この名前の下に入れます。空でもかまいません。'"], ["'Routes the children of this component into a form variable.'", "'中の項目を、この名前の下に入れます。'"],
  ["label = 'Hide if'", "label = '次の式のとき隠す'"], ["description = 'Condition under which the field is hidden'", "description = 'この式が真のとき、項目を示しません'"],
  ["label = 'Deactivate if'", "label = '次の式のとき使わない'"], ["description = 'Condition under which the field is deactivated'", "description = 'この式が真のとき、項目を使いません'"],
  ['"Supports markdown and templating."', '"見出しや太字（Markdown）と、式が使えます。"'], child('Learn more', '書き方（英語）'), ["translate('Open pop-up editor')", "translate('大きく開く')"],
  ["`Click to ${active ? 'remove' : 'set a'} dynamic value with FEEL expression`", "`式で書くのを${active ? 'やめる' : '始める'}`"], ["translate('FEEL expression is mandatory')", "translate('式で書きます')"], ["translate('Create')", "translate('加える')"], ["`List contains {numOfItems} item${items.length != 1 ? 's' : ''}`", "'{numOfItems}件'"],
  ["'<none>'", "'なし'"],
  at('description', 'Where the child variables of this component are pathed to.', '中の項目を入れる場所'),
];

const PANEL = [
  'Toggle section:開く・たたむ', 'Section contains an error:直すところがあります', 'Section contains edits:設定があります', 'Toggle list item:開く・たたむ', 'Delete item:消す', 'Create new list item:加える', 'Open documentation:説明を開く',
].map((pair) => pair.split(':')).map(([english, japanese]) => [`translate('${english}')`, `translate('${japanese}')`]);

const HIT_POLICIES = [
  ['Unique', '一行だけ当てはまる'], ['First', '上から最初の行'], ['Priority', '結果の優先順'], ['Any', '同じ結果ならどの行でも'], ['Collect', '当てはまる行をすべて'], ['Collect (Sum)', 'すべての合計'], ['Collect (Min)', 'すべての最小'],
  ['Collect (Max)', 'すべての最大'], ['Collect (Count)', 'すべての件数'], ['Rule order', '行の順にすべて'], ['Output order', '結果の順にすべて'],
].map(([english, japanese]) => label(english, japanese)).concat([
  ['No overlap is possible and all rules are disjoint. Only a single rule can be matched', '行は重ならず、当てはまるのは一行だけです。'], ['Rules may overlap. The first matching rule will be chosen', '行が重なるときは、上から最初に当てはまる行を選びます。'],
  ['Rules may overlap. The one with the highest priority will be chosen', '行が重なるときは、優先順の高い結果を選びます。'], ['Rules may overlap. Their output have to match', '行が重なるときは、結果が同じでなければなりません。'],
  ['Collects the values of all matching rules', '当てはまる行の結果をすべて集めます。'], ['Collects the values of all matching rules and sums up to a single value', '当てはまる行の結果を合計します。'],
  ['Collects the values of all matching rules and uses the lowest value', '当てはまる行の最も小さい結果です。'], ['Collects the values of all matching rules and uses the highest value', '当てはまる行の最も大きい結果です。'],
  ['Collects the values of all matching rules and counts the number of them', '当てはまる行を数えます。'], ['Collects the values of all matching rules in rule order', '当てはまる行の結果を、行の順に集めます。'],
  ['Collects the values of all matching rules in decreasing output priority order', '当てはまる行の結果を、優先順に集めます。'],
].map(([english, japanese]) => at('explanation', english, japanese)));

const SOURCES = [
  ['@bpmn-io/form-js-viewer/dist/index.es.js', VIEWER],
  ['@bpmn-io/form-js-editor/dist/index.es.js', EDITOR.concat(PANEL.filter(([english]) => !english.includes('Open documentation')))],
  ['dmn-js-decision-table/lib/features/hit-policy/HitPolicies.js', HIT_POLICIES],
  ['dmn-js-decision-table/lib/features/drag-and-drop/DragAndDrop.js', [["`Move ${isInput(col) ? 'Input' : 'Output'}`", "`${isInput(col) ? '条件' : '結果'}の列を動かす`"]]],
];

/** A Vite plugin that gives the editors their Japanese texts. */
export function editorInJapanese() {
  return {
    name: 'editor-in-japanese',
    enforce: 'pre',
    transform(code, id) {
      const texts = SOURCES.find(([file]) => id.includes(file))?.[1];
      if (!texts) {
        return null;
      }
      const missing = [];
      let translated = code;
      for (const [english, japanese] of texts) {
        const next = translated.replaceAll(english, japanese);
        if (next === translated) {
          missing.push(String(english));
        }
        translated = next;
      }
      if (missing.length > 0) {
        this.error(`${id} no longer has: ${missing.join(', ')}`);
      }
      return { code: translated, map: null };
    },
  };
}
