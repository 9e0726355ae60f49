// What Admin gets from us: our login.
import('/assets/pages/webapp-session.js').catch(() => {});

export default [];
