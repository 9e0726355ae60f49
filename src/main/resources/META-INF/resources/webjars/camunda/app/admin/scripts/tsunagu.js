// What Admin gets from us: the word that somebody is at it, as against a page that only lies open.
import('/assets/pages/activity.js').catch(() => {});

export default [];
