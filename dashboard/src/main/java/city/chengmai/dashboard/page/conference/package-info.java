/** Levels of cases (三级分类), three-cross signs (三跨苗头) and the agenda of joint conferences (联席会议). */
package city.chengmai.dashboard.page.conference;
