/** The fixture's projects by what they are for. */
export const SERVICE = "老干部服务专项";
export const VISITS = "离退休干部慰问及补助";
export const CENTRE = "老干部活动中心运维";
