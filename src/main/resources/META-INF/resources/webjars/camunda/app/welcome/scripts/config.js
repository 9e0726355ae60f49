export default {
  app: { vendor: 'つなぐ', name: 'ようこそ' },
  locales: { availableLocales: ['ja'], fallbackLocale: 'ja' },
  links: [],
  disableWelcomeMessage: true,
};
