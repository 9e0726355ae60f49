// What the table editor says, in Japanese.
const TEXTS = {
  'Add cell description': 'このますの説明を書く', 'Remove cell description': 'このますの説明をなくす', 'Add input column left': '左に条件の列を加える', 'Add input column right': '右に条件の列を加える', 'Add input': '条件を加える',
  'Add output column left': '左に結果の列を加える', 'Add output column right': '右に結果の列を加える', 'Add output': '結果を加える', 'Add predefined values': '値の一覧を決める', 'Add rule above': '上に行を加える', 'Add rule below': '下に行を加える',
  'Add rule': '行を加える', 'Add values': '値を加える', After: 'より後', And: 'かつ', Annotation: '備考', Annotations: '備考', Before: 'より前', Between: '間', 'Boolean value': 'はい・いいえ', 'Change cell expression language': '書き方を変える',
  'Clear predefined values': '値の一覧をなくす', 'Comparison operator': '比べ方', Comparison: '比べる', 'Copy input column': '条件の列を写す', 'Copy output column': '結果の列を写す', 'Copy rule': '行を写す', 'Custom values': '自分で書く値',
  'Cut input column': '条件の列を切り取る', 'Cut output column': '結果の列を切り取る', 'Cut rule': '行を切り取る', 'Date and time value': '日時', 'Date and time': '日時', 'Date value': '日付', Date: '日付', 'Decision name': '判定表の名前',
  'Decision name: ': '判定表の名前: ', 'Duration value': '期間', 'Edit boolean': 'はい・いいえを選ぶ', 'Edit date and time': '日時を書く', 'Edit date': '日付を書く', 'Edit duration': '期間を書く', 'Edit end date and time': '終わりの日時',
  'Edit end date': '終わりの日', 'Edit end time': '終わりの時刻', 'Edit input': '条件を変える', 'Edit number': '数を書く', 'Edit output': '結果を変える', 'Edit start date and time': '始まりの日時', 'Edit start date': '始まりの日',
  'Edit start time': '始まりの時刻', 'Edit string': '文字を選ぶ', 'Edit time': '時刻を書く', Edit: '変える', 'Editing not supported for set expression language': 'この書き方は、ここでは変えられません', 'End date and time': '終わりの日時',
  'End date': '終わりの日', 'End time': '終わりの時刻', 'End value': '終わりの値', 'Enter expression': '式を書いてください', Equals: '等しい', Exactly: 'ちょうど', Exclude: '含まない', 'Expression language': '書き方',
  'Expression language: {expressionLanguageLabel}': '書き方: {expressionLanguageLabel}', Expression: '式', 'Greater or equals': '以上', Greater: 'より大きい', 'Hit policy': '行の選び方', 'Hit policy:': '行の選び方:', Include: '含む',
  'Input expression': '条件の式', 'Input expression: ': '条件の式: ', 'Input label': '条件の見出し', 'Input label: ': '条件の見出し: ', 'Input type': '条件の種類', 'Input values': '条件の値', Input: '条件', 'Less or equals': '以下', Less: 'より小さい',
  'Match none': 'どれでもない', 'Match one': 'どれか', 'Move rule': '行を動かす', 'No values': '値がありません', No: 'いいえ', 'Output label': '結果の見出し', 'Output label: ': '結果の見出し: ', 'Output name': '結果の英字名', 'Output name: ': '結果の英字名: ',
  'Output type': '結果の種類', 'Output values': '結果の値', Output: '結果', 'Paste input column left': '左に条件の列を貼る', 'Paste input column right': '右に条件の列を貼る', 'Paste output column left': '左に結果の列を貼る',
  'Paste output column right': '右に結果の列を貼る', 'Paste rule above': '上に行を貼る', 'Paste rule below': '下に行を貼る', 'Predefined values': '値の一覧', 'Range end operator': '終わりを含むか', 'Range end value': '終わりの値',
  'Range start operator': '始まりを含むか', 'Range start value': '始まりの値', Range: '範囲', 'Remove input column': '条件の列をなくす', 'Remove output column': '結果の列をなくす', 'Remove rule': '行をなくす', Resize: '幅を変える',
  'Set date and time': '日時を決める', 'Set date': '日を決める', 'Set duration': '期間を決める', 'Set time': '時刻を決める', 'Set value': '値を決める', 'Start date and time': '始まりの日時', 'Start date': '始まりの日', 'Start time': '始まりの時刻',
  'Start value': '始まりの値', 'String value': '文字', 'Strings must be in double quotes': '文字は二重引用符で囲んでください', 'Test type': '調べ方', Then: 'ならば', 'Time value': '時刻', Time: '時刻', Type: '種類', 'Use now': '今にする',
  'Use today': '今日にする', Value: '値', Values: '値', 'View DRD': '関係図を見る', When: 'とき', Yes: 'はい', 'e.g. { example } ': '例 { example } ', 'e.g. { sample }': '例 { sample }',
  string: '文字', boolean: 'はい・いいえ', integer: '整数', long: '整数（長い）', double: '小数', number: '数', date: '日付', time: '時刻', dateTime: '日時', 'date and time': '日時', dayTimeDuration: '期間（日・時）', yearMonthDuration: '期間（年・月）', Any: 'どれでも',
};

function translate(template, replacements = {}) {
  return (TEXTS[template] ?? template).replace(/\{([^}]+)\}/g, (whole, key) => replacements[key] ?? replacements[key.trim()] ?? whole);
}

export const japaneseDmn = { translate: ['value', translate] };
