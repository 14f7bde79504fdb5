<map version="1.0.1">
<node TEXT="在全镇人居环境整治工作会议上的讲话">
<node POSITION="right" TEXT="一、正视问题，切实增强整治的自觉性">
<node TEXT="一是标准不高"/>
<node TEXT="二是力度不均"/>
<node TEXT="三是群众参与不够"/>
</node>
<node POSITION="right" TEXT="二、抓住关键，推动整治往深处走">
<node TEXT="一要集中清理存量"/>
<node TEXT="二要管住日常增量"/>
<node TEXT="三要改掉不好的习惯"/>
<node TEXT="第一，要用好上级的奖补，专款专用，一分钱也不能挪"/>
<node TEXT="第二，要算好村里的细账，能投工的不花钱，能修补的不重建"/>
<node TEXT="第三，要管好群众的筹资，张榜公布，接受监督"/>
</node>
<node POSITION="right" TEXT="三、严格督查，确保整治见到实效">
<node TEXT="一看路面有没有白色垃圾"/>
<node TEXT="二看沟渠有没有漂浮杂物"/>
<node TEXT="三看庭院有没有乱堆乱放"/>
</node>
</node>
</map>
