export default {
  app: { vendor: 'つなぐ', name: 'ようこそ' },
  locales: { availableLocales: ['ja'], fallbackLocale: 'ja' },
  customScripts: ['scripts/tsunagu.js'],
  links: [],
  disableWelcomeMessage: true,
};
