// Generated from catalogues/code-changes.csv by `npm run generate`. Do not edit.
/** Columns: code, successors; separated by tabs. */
export const CODE_SUCCESSORS = `\
30104	30108 30109 30110 30111 30112
30210	30231 30239
30311	30113
2049901	2049999
2059901	2059999
2089901	2089999
2129901	2129999
2299901	2299999
20110	20801
2010308	20140
22403	
`;
