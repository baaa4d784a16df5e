/** By what the sheets of a workbook to fill in are known when it comes back. */

export const calculationName = '核算与检查'
export const guideName = '填写说明'
export const machineName = '_ziping'
/** The first cell of the last sheet: known by it, whatever program saved the workbook. */
export const machineMark = 'ziping-workbook'
