/**
 * Measures of the whole sub-district outside the portraits: people's projects (民心工程), lift
 * retrofits (加装电梯), the mix of acts (七分服务、两分管理、一分执法), the hotline's call-backs, visits with what
 * they brought up, and the levels of cases (三级分类).
 */
package city.chengmai.dashboard.page.measure;
