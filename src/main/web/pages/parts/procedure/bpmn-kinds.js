export { getBusinessObject, is } from 'bpmn-js/lib/util/ModelUtil';
export { isAny } from 'bpmn-js/lib/features/modeling/util/ModelingUtil';
