export default {
  customScripts: ['scripts/tsunagu.js'],
};
