// Dates on a page without a kept form: typed as people write them, with what was understood beside them.
import { dates } from './parts/dates.js';

document.querySelectorAll('form').forEach(dates);
