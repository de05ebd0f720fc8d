/** Whose goal and indicators are meant, in words: a project's, or without one the department's as a whole. */
export function ownerOf(project: string): { readonly owner: string; readonly ownerEn: string } {
  if (project === "") return { owner: "部门整体", ownerEn: "the department as a whole" };
  return { owner: `项目“${project}”`, ownerEn: `the project “${project}”` };
}
