// Decision tables alone: the other kinds of decisions are not used here.
import EditingManager from 'dmn-js-shared/lib/base/EditingManager';
import Manager from 'dmn-js-shared/lib/base/Manager';
import { is } from 'dmn-js-shared/lib/util/ModelUtil';
import Editor from 'dmn-js-decision-table/lib/Editor';
import Viewer from 'dmn-js-decision-table/lib/Viewer';
import { japaneseDmn } from './japanese-dmn.js';

const view = (constructor) => [{ id: 'decisionTable', constructor, opens: (element) => is(element, 'dmn:Decision') && is(element.decisionLogic, 'dmn:DecisionTable') }];

class Tables extends EditingManager {
  _getViewProviders() {
    return view(Editor);
  }
}

class ShownTables extends Manager {
  _getViewProviders() {
    return view(Viewer);
  }
}

const options = (container) => ({ container, decisionTable: { additionalModules: [japaneseDmn] } });

export const tableEditor = (container) => new Tables(options(container));
export const tableViewer = (container) => new ShownTables(options(container));
