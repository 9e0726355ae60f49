export default {
  app: { vendor: 'つなぐ', name: 'タスク一覧' },
  locales: { availableLocales: ['ja'], fallbackLocale: 'ja' },
  dateFormat: { normal: 'LLL', long: 'LLLL', short: 'LL' },
  customScripts: ['scripts/tsunagu.js'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '選んでいるタスクを担当する' },
    focusFilter: { key: 'ctrl+shift+f', description: '最初のフィルターへ移る' },
    focusList: { key: 'ctrl+alt+l', description: '最初のタスクへ移る' },
    focusForm: { key: 'ctrl+alt+f', description: '入力フォームの最初の欄へ移る' },
    startProcess: { key: 'ctrl+alt+p', description: '手続を始める' },
  },
};
