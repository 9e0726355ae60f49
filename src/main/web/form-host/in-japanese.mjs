// form-js speaks English only and has no hook for its texts. The build replaces them in its source, and fails when a text is
// no longer there: a new version of form-js cannot bring English back unseen.
const TEXTS = [
  ["errors.push('Field is required.');", "errors.push('入力してください。');"],
  ["errors.push('Value is not a number.');", "errors.push('数字で入力してください。');"],
  [
    "errors.push('Value is expected to ' + (decimalDigits === 0 ? 'be an integer' : `have at most ${decimalDigits} decimal digit${decimalDigits > 1 ? 's' : ''}`) + '.');",
    "errors.push(decimalDigits === 0 ? '小数のない数字を入力してください。' : `小数は${decimalDigits}桁までです。`);",
  ],
  [
    'errors.push(`Please select a valid value, the two nearest valid values are ${previousValue} and ${nextValue}.`);',
    'errors.push(`${previousValue} か ${nextValue} を入力してください。`);',
  ],
  ['`Field must match pattern ${validation.pattern}.`', "'決められた形で入力してください。'"],
  ['`Field must have minimum value of ${validation.min}.`', '`${validation.min}以上の数字を入力してください。`'],
  ['`Field must have maximum value of ${validation.max}.`', '`${validation.max}以下の数字を入力してください。`'],
  ['`Field must have minimum length of ${validation.minLength}.`', '`${validation.minLength}文字以上で入力してください。`'],
  ['`Field must have maximum length of ${validation.maxLength}.`', '`${validation.maxLength}文字以内で入力してください。`'],
  ["'Field must be a valid  international phone number. (e.g. +4930664040900)'", "'電話番号の形で入力してください。'"],
  ["'Field must be a valid email.'", "'メールアドレスの形で入力してください（例: name@example.jp）。'"],
  ["'Add new'", "'行を追加'"],
  ["children: [jsx(SvgExpand, {}), \" \", `Expand all (${values.length - 1})`]", "children: [jsx(SvgExpand, {}), \" \", `すべて表示（${values.length - 1}）`]"],
  ["children: [jsx(SvgCollapse, {}), \" \", 'Collapse']", "children: [jsx(SvgCollapse, {}), \" \", 'たたむ']"],
  ["children: valueLabel || 'Select'", "children: valueLabel || '選んでください'"],
  ["placeholder: 'Search',", "placeholder: '探す',"],
  ["disabled || readonly ? undefined : 'Search'", "disabled || readonly ? undefined : '探す'"],
  ["'Nothing to show.'", "'まだありません。'"],
  ['children: "Nothing to show."', 'children: "まだありません。"'],
  ['return `Click to sort by ${label} descending`;', 'return `${label}の大きい順に並べる`;'],
  ['return `Click to sort by ${label} ascending`;', 'return `${label}の小さい順に並べる`;'],
  ['"aria-label": "Increment"', '"aria-label": "増やす"'],
  ['"aria-label": "Decrement"', '"aria-label": "減らす"'],
  ['title: "Remove tag"', 'title: "外す"'],
  ['"aria-label": "Previous page"', '"aria-label": "前のページ"'],
  ['"aria-label": "Next page"', '"aria-label": "次のページ"'],
  ['"aria-label": `Remove list item ${itemIndex + 1}`', '"aria-label": `${itemIndex + 1}行目を消す`'],
  ["emptyListMessage = 'No results'", "emptyListMessage = '見つかりません'"],
  ["hasOptionsLeft ? 'No results' : 'All values selected'", "hasOptionsLeft ? '見つかりません' : 'すべて選んであります'"],
  ["return 'Click to remove sorting';", "return '押すと並べ替えをやめます';"],
];

/** A Vite plugin that gives the form viewer its Japanese texts. */
export function inJapanese() {
  return {
    name: 'in-japanese',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@bpmn-io/form-js-viewer/dist/index.es.js')) {
        return null;
      }
      let translated = code;
      for (const [english, japanese] of TEXTS) {
        if (!translated.includes(english)) {
          this.error(`form-js no longer has the text: ${english}`);
        }
        translated = translated.replaceAll(english, japanese);
      }
      return { code: translated, map: null };
    },
  };
}
