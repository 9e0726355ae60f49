// A proposed English id for a new step: the words of its Japanese name that this office uses, in lower camel case.
const WORDS = {
  家計: 'household', アセスメント: 'assessment', スクリーニング: 'screening', 就労: 'employment', 住居: 'housing', 住まい: 'housing', 生活保護: 'welfare',
  福祉事務所: 'welfareOffice', 保護: 'welfare', プラン: 'plan', 計画: 'plan', 評価: 'evaluation', 会議: 'conference', 支援: 'support', 相談: 'consultation',
  面接: 'interview', 面談: 'interview', 訪問: 'visit', 同行: 'accompaniment', 電話: 'phone', 連絡: 'contact', 確認: 'confirm', 確かめ: 'confirm', 記録: 'record',
  作成: 'draft', 作る: 'draft', 提出: 'submit', 決定: 'decide', 決める: 'decide', 承認: 'approve', 審査: 'review', 点検: 'check', 見直: 'review', 報告: 'report',
  通知: 'notify', 送付: 'send', 送る: 'send', 受付: 'reception', 受ける: 'receive', 受領: 'receipt', 申込: 'application', 申請: 'application', 同意: 'consent',
  知らせ: 'inform', 急: 'urgent', 待: 'wait', 説明: 'explain', 聞き取: 'hearing', 調査: 'survey', 収入: 'income', 債務: 'debt', 借金: 'debt', 貸付: 'loan', 給付: 'benefit', 子ども: 'child', 学習: 'learning',
  健康: 'health', 医療: 'medical', 障害: 'disability', 介護: 'care', 法律: 'legal', 緊急: 'emergency', 食料: 'food', 引継: 'handover', 引き継: 'handover', つなぐ: 'refer',
  つなぎ: 'referral', 照会: 'inquiry', 依頼: 'request', 返答: 'reply', 回答: 'answer', 苦情: 'complaint', 終結: 'closing', 中断: 'suspension', 再開: 'resume', 見守り: 'followUp',
  本人: 'person', 家族: 'family', 世帯: 'household', 機関: 'agency', 主任: 'chief', 課長: 'sectionChief', 係長: 'subsectionChief', 区: 'ward', 担当: 'worker', 期限: 'deadline',
};
const LONGEST_FIRST = Object.keys(WORDS).sort((one, other) => other.length - one.length);

/** An id that nobody has yet; {@code taken} answers whether somebody has. */
export function proposedId(name, kind, taken) {
  const words = [];
  let rest = name ?? '';
  while (rest.length > 0) {
    const word = LONGEST_FIRST.find((known) => rest.startsWith(known));
    if (word && words.at(-1) !== WORDS[word]) {
      words.push(WORDS[word]);
    }
    rest = rest.slice(word?.length ?? 1);
  }
  const base = words.length === 0 ? kind : camel(words);
  let proposed = base;
  for (let number = 2; taken(proposed); number++) {
    proposed = `${base}${number}`;
  }
  return proposed;
}

export const isId = (id) => /^[a-z][A-Za-z0-9]{0,60}$/.test(id);

/** Ids that the drawing library makes up say nothing to anybody. */
export const isMadeUp = (id) => /^[A-Z][A-Za-z]*_[0-9a-z]{7}$/.test(id);

function camel(words) {
  const joined = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
  return joined[0].toLowerCase() + joined.slice(1);
}
