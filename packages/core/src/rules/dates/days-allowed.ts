/** Days that the law allows between approval and publication. */
export const DAYS_ALLOWED = 20;
